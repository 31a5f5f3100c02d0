using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// The members of a JSON object, from which generated codecs read. Members that the type does not have are ignored; of
/// several with one name the last counts.
/// </summary>
public readonly struct JsonMembers
{
    /// <summary>The member that tells which case of a union it is. No member of a type can have this name.</summary>
    public const string Case = "$case";

    private readonly JsonElement _object;
    private readonly string _typeUri;

    private JsonMembers(JsonElement @object, string typeUri) => (_object, _typeUri) = (@object, typeUri);

    /// <summary>Starts to read an object; false if it is null.</summary>
    /// <param name="codec">Whose members are read: exceptions name its type.</param>
    /// <param name="element">What should be an object.</param>
    /// <param name="members">Its members.</param>
    /// <exception cref="MessageFormatException">It is neither an object nor null.</exception>
    public static bool TryRead(MessageCodec codec, JsonElement element, out JsonMembers members)
    {
        ArgumentNullException.ThrowIfNull(codec);
        members = new(element, codec.TypeUri);
        return element.ValueKind switch
        {
            JsonValueKind.Object => true,
            JsonValueKind.Null => false,
            _ => throw JsonForm.Expected($"an object for {codec.TypeUri}", element),
        };
    }

    /// <summary>A member that may be absent.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="absent">What stands for it then.</param>
    [return: NotNullIfNotNull(nameof(absent))]
    public T? Get<T>(string member, T? absent = default) =>
        Find(member) is { } found ? JsonForm.ReadAt<T>(found, member) : absent;

    /// <summary>A member that may not be absent; whether it may be null, its own codec decides.</summary>
    /// <exception cref="MessageFormatException">It is absent.</exception>
    public T GetPresent<T>(string member) =>
        Find(member) is { } found ? JsonForm.ReadAt<T>(found, member) : throw Absent(member);

    /// <summary>A member that may be neither absent nor null.</summary>
    /// <exception cref="MessageFormatException">It is.</exception>
    public T GetRequired<T>(string member)
        where T : class => NotNull(GetPresent<T?>(member), member);

    /// <summary>A member that may be absent, but not null.</summary>
    /// <exception cref="MessageFormatException">It is null.</exception>
    public T GetRequired<T>(string member, T absent)
        where T : class => NotNull(Get<T?>(member, absent), member);

    /// <summary>The port of a <c>[Reply]</c> member, which may be absent or null: then it names nothing.</summary>
    public OncePortRef<T> GetReply<T>(string member) =>
        Find(member) is { ValueKind: not JsonValueKind.Null } found ? JsonForm.ReadAt<OncePortRef<T>>(found, member) : default;

    /// <summary>A member that may not be absent, as it stands.</summary>
    internal JsonElement Element(string member) => Find(member) ?? throw Absent(member);

    private JsonElement? Find(string member)
    {
        try
        {
            return _object.TryGetProperty(member, out var found) ? found : null;
        }
        catch (InvalidOperationException e)
        {
            throw MessageFormatException.InJson("the name of a member is no Unicode", e);
        }
    }

    private MessageFormatException Absent(string member) =>
        MessageFormatException.InJson($"{_typeUri} was sent without {member}");

    private T NotNull<T>(T? value, string member)
        where T : class => value ?? throw MessageFormatException.InJson($"{_typeUri} was sent with null for {member}");
}
