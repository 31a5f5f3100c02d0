using System.Globalization;

namespace Hyperactor.Data;

/// <summary>What the runtime knows of a type that travels: its shared name and how its values become bytes.</summary>
public abstract class MessageCodec
{
    private protected MessageCodec(string typeUri)
    {
        ArgumentException.ThrowIfNullOrEmpty(typeUri);
        TypeUri = typeUri;
        TypeHash = Data.TypeHash.Of(typeUri);
    }

    /// <summary>The name that all processes share.</summary>
    public string TypeUri { get; }

    /// <summary>The number of <see cref="TypeUri"/>, and the index of the port of the type's handler.</summary>
    public ulong TypeHash { get; }

    /// <summary>The type of the values.</summary>
    public abstract Type ValueType { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{TypeUri} (0x{TypeHash:X16})");
}

/// <summary>Turns values of one type into bytes and back. Generated for messages; Core has those of the usual types.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public abstract class MessageCodec<T>(string typeUri) : MessageCodec(typeUri)
{
    /// <inheritdoc/>
    public sealed override Type ValueType => typeof(T);

    /// <summary>Appends <paramref name="value"/>.</summary>
    public abstract void Write(ref MessageWriter writer, T value);

    /// <summary>Reads what <see cref="Write"/> appended. The bytes are hostile until this has returned.</summary>
    /// <exception cref="MessageFormatException">The bytes are not such a value.</exception>
    public abstract T Read(ref MessageReader reader);
}
