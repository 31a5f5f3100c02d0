using System.Text.Json;

namespace Hyperactor.Data;

/// <summary>Tuples of one.</summary>
/// <typeparam name="T1">The type of the item.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class SingleTupleCodec<T1>(string typeUri)
    : TupleCodec<ValueTuple<T1>>(typeUri, 1)
{
    private protected override void WriteItems(ref MessageWriter writer, ValueTuple<T1> value)
    {
        writer.Write(value.Item1);
    }

    private protected override ValueTuple<T1> ReadItems(ref MessageReader reader) =>
        new(reader.Read<T1>());

    private protected override void CheckItems(in ValueTuple<T1> value)
    {
        ValueBits.Check(in value.Item1);
    }

    /// <inheritdoc/>
    public override bool IsZero(in ValueTuple<T1> value) =>
        ValueBits.IsZero(in value.Item1);

    private protected override void WriteJsonItems(Utf8JsonWriter writer, ValueTuple<T1> value)
    {
        JsonForm.Write(writer, value.Item1);
    }

    private protected override ValueTuple<T1> ReadJsonItems(JsonElement items) =>
        new(JsonForm.ReadAt<T1>(items[0], 0));
}

/// <summary>Tuples of two.</summary>
/// <typeparam name="T1">The type of the first item.</typeparam>
/// <typeparam name="T2">The type of the second item.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class TupleCodec<T1, T2>(string typeUri)
    : TupleCodec<(T1, T2)>(typeUri, 2)
{
    private protected override void WriteItems(ref MessageWriter writer, (T1, T2) value)
    {
        writer.Write(value.Item1);
        writer.Write(value.Item2);
    }

    private protected override (T1, T2) ReadItems(ref MessageReader reader) =>
        (reader.Read<T1>(), reader.Read<T2>());

    private protected override void CheckItems(in (T1, T2) value)
    {
        ValueBits.Check(in value.Item1);
        ValueBits.Check(in value.Item2);
    }

    /// <inheritdoc/>
    public override bool IsZero(in (T1, T2) value) =>
        ValueBits.IsZero(in value.Item1)
        && ValueBits.IsZero(in value.Item2);

    private protected override void WriteJsonItems(Utf8JsonWriter writer, (T1, T2) value)
    {
        JsonForm.Write(writer, value.Item1);
        JsonForm.Write(writer, value.Item2);
    }

    private protected override (T1, T2) ReadJsonItems(JsonElement items) =>
        (JsonForm.ReadAt<T1>(items[0], 0), JsonForm.ReadAt<T2>(items[1], 1));
}

/// <summary>Tuples of three.</summary>
/// <typeparam name="T1">The type of the first item.</typeparam>
/// <typeparam name="T2">The type of the second item.</typeparam>
/// <typeparam name="T3">The type of the third item.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class TupleCodec<T1, T2, T3>(string typeUri)
    : TupleCodec<(T1, T2, T3)>(typeUri, 3)
{
    private protected override void WriteItems(ref MessageWriter writer, (T1, T2, T3) value)
    {
        writer.Write(value.Item1);
        writer.Write(value.Item2);
        writer.Write(value.Item3);
    }

    private protected override (T1, T2, T3) ReadItems(ref MessageReader reader) =>
        (reader.Read<T1>(), reader.Read<T2>(), reader.Read<T3>());

    private protected override void CheckItems(in (T1, T2, T3) value)
    {
        ValueBits.Check(in value.Item1);
        ValueBits.Check(in value.Item2);
        ValueBits.Check(in value.Item3);
    }

    /// <inheritdoc/>
    public override bool IsZero(in (T1, T2, T3) value) =>
        ValueBits.IsZero(in value.Item1)
        && ValueBits.IsZero(in value.Item2)
        && ValueBits.IsZero(in value.Item3);

    private protected override void WriteJsonItems(Utf8JsonWriter writer, (T1, T2, T3) value)
    {
        JsonForm.Write(writer, value.Item1);
        JsonForm.Write(writer, value.Item2);
        JsonForm.Write(writer, value.Item3);
    }

    private protected override (T1, T2, T3) ReadJsonItems(JsonElement items) =>
        (
            JsonForm.ReadAt<T1>(items[0], 0), JsonForm.ReadAt<T2>(items[1], 1),
            JsonForm.ReadAt<T3>(items[2], 2));
}

/// <summary>Tuples of four.</summary>
/// <typeparam name="T1">The type of the first item.</typeparam>
/// <typeparam name="T2">The type of the second item.</typeparam>
/// <typeparam name="T3">The type of the third item.</typeparam>
/// <typeparam name="T4">The type of the fourth item.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class TupleCodec<T1, T2, T3, T4>(string typeUri)
    : TupleCodec<(T1, T2, T3, T4)>(typeUri, 4)
{
    private protected override void WriteItems(ref MessageWriter writer, (T1, T2, T3, T4) value)
    {
        writer.Write(value.Item1);
        writer.Write(value.Item2);
        writer.Write(value.Item3);
        writer.Write(value.Item4);
    }

    private protected override (T1, T2, T3, T4) ReadItems(ref MessageReader reader) =>
        (reader.Read<T1>(), reader.Read<T2>(), reader.Read<T3>(), reader.Read<T4>());

    private protected override void CheckItems(in (T1, T2, T3, T4) value)
    {
        ValueBits.Check(in value.Item1);
        ValueBits.Check(in value.Item2);
        ValueBits.Check(in value.Item3);
        ValueBits.Check(in value.Item4);
    }

    /// <inheritdoc/>
    public override bool IsZero(in (T1, T2, T3, T4) value) =>
        ValueBits.IsZero(in value.Item1)
        && ValueBits.IsZero(in value.Item2)
        && ValueBits.IsZero(in value.Item3)
        && ValueBits.IsZero(in value.Item4);

    private protected override void WriteJsonItems(Utf8JsonWriter writer, (T1, T2, T3, T4) value)
    {
        JsonForm.Write(writer, value.Item1);
        JsonForm.Write(writer, value.Item2);
        JsonForm.Write(writer, value.Item3);
        JsonForm.Write(writer, value.Item4);
    }

    private protected override (T1, T2, T3, T4) ReadJsonItems(JsonElement items) =>
        (
            JsonForm.ReadAt<T1>(items[0], 0), JsonForm.ReadAt<T2>(items[1], 1),
            JsonForm.ReadAt<T3>(items[2], 2), JsonForm.ReadAt<T4>(items[3], 3));
}

/// <summary>Tuples of five.</summary>
/// <typeparam name="T1">The type of the first item.</typeparam>
/// <typeparam name="T2">The type of the second item.</typeparam>
/// <typeparam name="T3">The type of the third item.</typeparam>
/// <typeparam name="T4">The type of the fourth item.</typeparam>
/// <typeparam name="T5">The type of the fifth item.</typeparam>
/// <param name="typeUri">The name that all processes share.</param>
public sealed class TupleCodec<T1, T2, T3, T4, T5>(string typeUri)
    : TupleCodec<(T1, T2, T3, T4, T5)>(typeUri, 5)
{
    private protected override void WriteItems(ref MessageWriter writer, (T1, T2, T3, T4, T5) value)
    {
        writer.Write(value.Item1);
        writer.Write(value.Item2);
        writer.Write(value.Item3);
        writer.Write(value.Item4);
        writer.Write(value.Item5);
    }

    private protected override (T1, T2, T3, T4, T5) ReadItems(ref MessageReader reader) =>
        (reader.Read<T1>(), reader.Read<T2>(), reader.Read<T3>(), reader.Read<T4>(), reader.Read<T5>());

    private protected override void CheckItems(in (T1, T2, T3, T4, T5) value)
    {
        ValueBits.Check(in value.Item1);
        ValueBits.Check(in value.Item2);
        ValueBits.Check(in value.Item3);
        ValueBits.Check(in value.Item4);
        ValueBits.Check(in value.Item5);
    }

    /// <inheritdoc/>
    public override bool IsZero(in (T1, T2, T3, T4, T5) value) =>
        ValueBits.IsZero(in value.Item1)
        && ValueBits.IsZero(in value.Item2)
        && ValueBits.IsZero(in value.Item3)
        && ValueBits.IsZero(in value.Item4)
        && ValueBits.IsZero(in value.Item5);

    private protected override void WriteJsonItems(Utf8JsonWriter writer, (T1, T2, T3, T4, T5) value)
    {
        JsonForm.Write(writer, value.Item1);
        JsonForm.Write(writer, value.Item2);
        JsonForm.Write(writer, value.Item3);
        JsonForm.Write(writer, value.Item4);
        JsonForm.Write(writer, value.Item5);
    }

    private protected override (T1, T2, T3, T4, T5) ReadJsonItems(JsonElement items) =>
        (
            JsonForm.ReadAt<T1>(items[0], 0), JsonForm.ReadAt<T2>(items[1], 1),
            JsonForm.ReadAt<T3>(items[2], 2), JsonForm.ReadAt<T4>(items[3], 3),
            JsonForm.ReadAt<T5>(items[4], 4));
}
