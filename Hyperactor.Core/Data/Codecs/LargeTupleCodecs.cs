using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>Tuples of six.</summary>
/// <typeparam name="T1">The type of the first item.</typeparam>
/// <typeparam name="T2">The type of the second item.</typeparam>
/// <typeparam name="T3">The type of the third item.</typeparam>
/// <typeparam name="T4">The type of the fourth item.</typeparam>
/// <typeparam name="T5">The type of the fifth item.</typeparam>
/// <typeparam name="T6">The type of the sixth item.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class TupleCodec<T1, T2, T3, T4, T5, T6>(string typeUri)
    : TupleCodec<(T1, T2, T3, T4, T5, T6)>(typeUri, 6)
{
    private protected override void WriteItems(ref MessageWriter writer, (T1, T2, T3, T4, T5, T6) value)
    {
        writer.Write(value.Item1);
        writer.Write(value.Item2);
        writer.Write(value.Item3);
        writer.Write(value.Item4);
        writer.Write(value.Item5);
        writer.Write(value.Item6);
    }

    private protected override (T1, T2, T3, T4, T5, T6) ReadItems(ref MessageReader reader) =>
        (
            reader.Read<T1>(), reader.Read<T2>(), reader.Read<T3>(),
            reader.Read<T4>(), reader.Read<T5>(), reader.Read<T6>());

    private protected override void CheckItems(in (T1, T2, T3, T4, T5, T6) value)
    {
        ValueBits.Check(in value.Item1);
        ValueBits.Check(in value.Item2);
        ValueBits.Check(in value.Item3);
        ValueBits.Check(in value.Item4);
        ValueBits.Check(in value.Item5);
        ValueBits.Check(in value.Item6);
    }

    /// <inheritdoc/>
    public override bool IsZero(in (T1, T2, T3, T4, T5, T6) value) =>
        ValueBits.IsZero(in value.Item1)
        && ValueBits.IsZero(in value.Item2)
        && ValueBits.IsZero(in value.Item3)
        && ValueBits.IsZero(in value.Item4)
        && ValueBits.IsZero(in value.Item5)
        && ValueBits.IsZero(in value.Item6);

    private protected override void WriteJsonItems(Utf8JsonWriter writer, (T1, T2, T3, T4, T5, T6) value)
    {
        JsonForm.Write(writer, value.Item1);
        JsonForm.Write(writer, value.Item2);
        JsonForm.Write(writer, value.Item3);
        JsonForm.Write(writer, value.Item4);
        JsonForm.Write(writer, value.Item5);
        JsonForm.Write(writer, value.Item6);
    }

    private protected override (T1, T2, T3, T4, T5, T6) ReadJsonItems(JsonElement items) =>
        (
            JsonForm.ReadAt<T1>(items[0], 0), JsonForm.ReadAt<T2>(items[1], 1),
            JsonForm.ReadAt<T3>(items[2], 2), JsonForm.ReadAt<T4>(items[3], 3),
            JsonForm.ReadAt<T5>(items[4], 4), JsonForm.ReadAt<T6>(items[5], 5));
}

/// <summary>Tuples of seven.</summary>
/// <typeparam name="T1">The type of the first item.</typeparam>
/// <typeparam name="T2">The type of the second item.</typeparam>
/// <typeparam name="T3">The type of the third item.</typeparam>
/// <typeparam name="T4">The type of the fourth item.</typeparam>
/// <typeparam name="T5">The type of the fifth item.</typeparam>
/// <typeparam name="T6">The type of the sixth item.</typeparam>
/// <typeparam name="T7">The type of the seventh item.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class TupleCodec<T1, T2, T3, T4, T5, T6, T7>(string typeUri)
    : TupleCodec<(T1, T2, T3, T4, T5, T6, T7)>(typeUri, 7)
{
    private protected override void WriteItems(ref MessageWriter writer, (T1, T2, T3, T4, T5, T6, T7) value)
    {
        writer.Write(value.Item1);
        writer.Write(value.Item2);
        writer.Write(value.Item3);
        writer.Write(value.Item4);
        writer.Write(value.Item5);
        writer.Write(value.Item6);
        writer.Write(value.Item7);
    }

    private protected override (T1, T2, T3, T4, T5, T6, T7) ReadItems(ref MessageReader reader) =>
        (
            reader.Read<T1>(), reader.Read<T2>(), reader.Read<T3>(), reader.Read<T4>(),
            reader.Read<T5>(), reader.Read<T6>(), reader.Read<T7>());

    private protected override void CheckItems(in (T1, T2, T3, T4, T5, T6, T7) value)
    {
        ValueBits.Check(in value.Item1);
        ValueBits.Check(in value.Item2);
        ValueBits.Check(in value.Item3);
        ValueBits.Check(in value.Item4);
        ValueBits.Check(in value.Item5);
        ValueBits.Check(in value.Item6);
        ValueBits.Check(in value.Item7);
    }

    /// <inheritdoc/>
    public override bool IsZero(in (T1, T2, T3, T4, T5, T6, T7) value) =>
        ValueBits.IsZero(in value.Item1)
        && ValueBits.IsZero(in value.Item2)
        && ValueBits.IsZero(in value.Item3)
        && ValueBits.IsZero(in value.Item4)
        && ValueBits.IsZero(in value.Item5)
        && ValueBits.IsZero(in value.Item6)
        && ValueBits.IsZero(in value.Item7);

    private protected override void WriteJsonItems(Utf8JsonWriter writer, (T1, T2, T3, T4, T5, T6, T7) value)
    {
        JsonForm.Write(writer, value.Item1);
        JsonForm.Write(writer, value.Item2);
        JsonForm.Write(writer, value.Item3);
        JsonForm.Write(writer, value.Item4);
        JsonForm.Write(writer, value.Item5);
        JsonForm.Write(writer, value.Item6);
        JsonForm.Write(writer, value.Item7);
    }

    private protected override (T1, T2, T3, T4, T5, T6, T7) ReadJsonItems(JsonElement items) =>
        (
            JsonForm.ReadAt<T1>(items[0], 0), JsonForm.ReadAt<T2>(items[1], 1),
            JsonForm.ReadAt<T3>(items[2], 2), JsonForm.ReadAt<T4>(items[3], 3),
            JsonForm.ReadAt<T5>(items[4], 4), JsonForm.ReadAt<T6>(items[5], 5),
            JsonForm.ReadAt<T7>(items[6], 6));
}

/// <summary>Tuples of eight.</summary>
/// <typeparam name="T1">The type of the first item.</typeparam>
/// <typeparam name="T2">The type of the second item.</typeparam>
/// <typeparam name="T3">The type of the third item.</typeparam>
/// <typeparam name="T4">The type of the fourth item.</typeparam>
/// <typeparam name="T5">The type of the fifth item.</typeparam>
/// <typeparam name="T6">The type of the sixth item.</typeparam>
/// <typeparam name="T7">The type of the seventh item.</typeparam>
/// <typeparam name="T8">The type of the eighth item.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class TupleCodec<T1, T2, T3, T4, T5, T6, T7, T8>(string typeUri)
    : TupleCodec<(T1, T2, T3, T4, T5, T6, T7, T8)>(typeUri, 8)
{
    private protected override void WriteItems(ref MessageWriter writer, (T1, T2, T3, T4, T5, T6, T7, T8) value)
    {
        writer.Write(value.Item1);
        writer.Write(value.Item2);
        writer.Write(value.Item3);
        writer.Write(value.Item4);
        writer.Write(value.Item5);
        writer.Write(value.Item6);
        writer.Write(value.Item7);
        writer.Write(value.Item8);
    }

    private protected override (T1, T2, T3, T4, T5, T6, T7, T8) ReadItems(ref MessageReader reader) =>
        (
            reader.Read<T1>(), reader.Read<T2>(), reader.Read<T3>(), reader.Read<T4>(),
            reader.Read<T5>(), reader.Read<T6>(), reader.Read<T7>(), reader.Read<T8>());

    private protected override void CheckItems(in (T1, T2, T3, T4, T5, T6, T7, T8) value)
    {
        ValueBits.Check(in value.Item1);
        ValueBits.Check(in value.Item2);
        ValueBits.Check(in value.Item3);
        ValueBits.Check(in value.Item4);
        ValueBits.Check(in value.Item5);
        ValueBits.Check(in value.Item6);
        ValueBits.Check(in value.Item7);
        ValueBits.Check(in value.Item8);
    }

    /// <inheritdoc/>
    public override bool IsZero(in (T1, T2, T3, T4, T5, T6, T7, T8) value) =>
        ValueBits.IsZero(in value.Item1)
        && ValueBits.IsZero(in value.Item2)
        && ValueBits.IsZero(in value.Item3)
        && ValueBits.IsZero(in value.Item4)
        && ValueBits.IsZero(in value.Item5)
        && ValueBits.IsZero(in value.Item6)
        && ValueBits.IsZero(in value.Item7)
        && ValueBits.IsZero(in value.Item8);

    private protected override void WriteJsonItems(Utf8JsonWriter writer, (T1, T2, T3, T4, T5, T6, T7, T8) value)
    {
        JsonForm.Write(writer, value.Item1);
        JsonForm.Write(writer, value.Item2);
        JsonForm.Write(writer, value.Item3);
        JsonForm.Write(writer, value.Item4);
        JsonForm.Write(writer, value.Item5);
        JsonForm.Write(writer, value.Item6);
        JsonForm.Write(writer, value.Item7);
        JsonForm.Write(writer, value.Item8);
    }

    private protected override (T1, T2, T3, T4, T5, T6, T7, T8) ReadJsonItems(JsonElement items) =>
        (
            JsonForm.ReadAt<T1>(items[0], 0), JsonForm.ReadAt<T2>(items[1], 1),
            JsonForm.ReadAt<T3>(items[2], 2), JsonForm.ReadAt<T4>(items[3], 3),
            JsonForm.ReadAt<T5>(items[4], 4), JsonForm.ReadAt<T6>(items[5], 5),
            JsonForm.ReadAt<T7>(items[6], 6), JsonForm.ReadAt<T8>(items[7], 7));
}
