using CsCheck;
using Hyperactor.Data;

namespace Hyperactor.Tests.Data;

/// <summary>However a type is declared, all of it travels.</summary>
public sealed class ShapeTests
{
    private static readonly Gen<ShapeAll> Any = Gen.Select(Gen.Int, Gen.String, Gen.Bool).Select(static (i, text, some) =>
    {
        var names = new ShapeNames(i, text, text + "w", 3, 4, 5, 6, 7, 8, 9) { @event = 10 };
        var value = new ShapeStruct(text) { Count = some ? i : null, Items = some ? [text, null] : null };
        return new ShapeAll(
            new(i) { Note = some ? text : null }, new(i, text) { Note = text },
            new ShapeRequired { Name = text, Number = i, Count = 8 }.Called(some ? text : null), new(text, i) { Later = 5 }, new(text),
            names, new() { Public = i, Trimmed = " x ", Null = some ? text : null }, value, some ? value : null,
            new() { Name = text, Inner = value, Names = some ? names : null, @event = i });
    });

    [Test]
    public void All_of_a_type_travels_in_both_encodings() => Any.Sample(static all =>
    {
        foreach (var encoding in Enum.GetValues<SerializedEncoding>())
        {
            var back = Serialized.Of(all, encoding).Deserialize<ShapeAll>();
            Assert.That(Serialized.Of(back), Is.EqualTo(Serialized.Of(all)));
            Assert.That((back.Base, back.Derived, back.Sets, back.Names), Is.EqualTo((all.Base, all.Derived, all.Sets, all.Names)));
            Assert.That(
                (back.Required.Name, back.Required.Number, back.Required.Nickname, back.Required.Count),
                Is.EqualTo((all.Required.Name, all.Required.Number, all.Required.Nickname, 8)));
            Assert.That(
                (back.Constructed.Name, back.Constructed.Size, back.Constructed.Later),
                Is.EqualTo((all.Constructed.Name, all.Constructed.Size, 5)));
            Assert.That((back.Fields.Public, back.Fields.Trimmed, back.Fields.Null), Is.EqualTo((all.Fields.Public, "x", all.Fields.Null)));
            Assert.That((back.Struct.Name, back.Struct.Count), Is.EqualTo((all.Struct.Name, all.Struct.Count)));
            Assert.That(back.Struct.Items, Is.EqualTo(all.Struct.Items));
            Assert.That(back.Maybe.HasValue, Is.EqualTo(all.Maybe.HasValue));
            Assert.That((back.Tolerant.Name, back.Tolerant.Names, back.Tolerant.@event), Is.EqualTo((all.Tolerant.Name, all.Tolerant.Names, all.Tolerant.@event)));
        }
    }, iter: 50);

    [Test]
    public void A_base_is_written_before_what_derives_from_it() => Assert.That(
        Serialized.Of(new ShapeDerived(1, "n"), SerializedEncoding.Json).ToString(), Is.EqualTo("Derived{\"Id\":1,\"Name\":\"n\",\"Note\":null}"));

    [Test]
    public void Bytes_cut_or_changed_anywhere_are_refused_or_a_value() => Gen.Select(Any, Gen.Int[0, 10_000], Gen.Byte).Sample(static (all, at, b) =>
    {
        var bytes = Payload.Write(all, null);
        Assert.That(() => Payload.Read<ShapeAll>(bytes.AsMemory(0, at % bytes.Length), []), Throws.TypeOf<MessageFormatException>());
        bytes[at % bytes.Length] = b;
        try
        {
            Serialized.Of(Payload.Read<ShapeAll>(bytes, [])).ToJson();
        }
        catch (MessageFormatException)
        {
            // Refused, as it should be.
        }
    }, iter: 500);
}
