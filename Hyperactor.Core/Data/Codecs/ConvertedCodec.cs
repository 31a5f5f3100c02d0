using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>
/// Values that travel as values of another type, which has a codec of its own. <see cref="ValueCodecs"/> has those of the
/// usual types.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TForm">What they travel as.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
/// <param name="to">What a value travels as.</param>
/// <param name="from">The value again. Whatever it throws means that there is none.</param>
public sealed class ConvertedCodec<T, TForm>(string typeUri, Func<T, TForm> to, Func<TForm, T> from)
    : MessageCodec<T>(typeUri)
{
    /// <inheritdoc/>
    public override void Write(ref MessageWriter writer, T value) => writer.Write(to(value));

    /// <inheritdoc/>
    public override T Read(ref MessageReader reader) => from(reader.Read<TForm>());

    /// <inheritdoc/>
    public override void WriteJson(Utf8JsonWriter writer, T value) => JsonForm.Write(writer, to(value));

    /// <inheritdoc/>
    public override T ReadJson(JsonElement element) => from(JsonForm.Read<TForm>(element));
}
