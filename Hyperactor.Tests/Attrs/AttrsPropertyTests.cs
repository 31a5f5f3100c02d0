using CsCheck;
using Hyperactor.Data;

namespace Hyperactor.Tests.Attributes;

/// <summary>Attributes against a dictionary, and against bytes of any kind.</summary>
public sealed class AttrsPropertyTests
{
    private static readonly AttrKey<int>[] Numbers = [.. Names("n").Select(n => AttrKey.Define<int>(n))];
    private static readonly AttrKey<string>[] Texts = [.. Names("t").Select(n => AttrKey.Define<string>(n))];

    private static readonly Gen<(string Name, byte[] Value)> Entry = Gen.Select(
        Gen.OneOf(Gen.Int[0, 5].Select(i => Numbers[i].Name), Gen.String[Gen.Char['a', 'z'], 1, 8]),
        Gen.Byte.Array[0, 12]);

    private static readonly Gen<byte[]> Valid = Entry.Array[0, 12].Select(entries => Wire.Of(
        [.. entries.GroupBy(e => e.Name).Select(g => g.First()).OrderBy(e => e.Name, StringComparer.Ordinal)]));

    private static readonly Gen<Action<Attrs, Dictionary<string, object>>> Change = Gen.Frequency(
        (5, Gen.Select(Gen.Int[0, 5], Gen.Int).Select((k, v) => (Action<Attrs, Dictionary<string, object>>)((a, d) =>
        {
            a.Set(Numbers[k], v);
            d[Numbers[k].Name] = v;
        }))),
        (5, Gen.Select(Gen.Int[0, 5], Gen.String).Select((k, v) => (Action<Attrs, Dictionary<string, object>>)((a, d) =>
        {
            a.Set(Texts[k], v);
            d[Texts[k].Name] = v;
        }))),
        (5, Gen.Int[0, 5].Select(k => (Action<Attrs, Dictionary<string, object>>)((a, d) =>
        {
            var was = d.Remove(Numbers[k].Name, out var value);
            Assert.That(a.Remove(Numbers[k], out var removed), Is.EqualTo(was));
            Assert.That(was ? (object?)removed : null, Is.EqualTo(value));
        }))),
        (1, Gen.Const(0).Select(_ => (Action<Attrs, Dictionary<string, object>>)((a, d) =>
        {
            a.Clear();
            d.Clear();
        }))));

    [Test]
    public void It_is_a_dictionary() => Change.Array[0, 40].Sample(changes =>
    {
        var (attrs, model) = (new Attrs(), new Dictionary<string, object>(StringComparer.Ordinal));
        foreach (var change in changes)
        {
            var before = attrs.Clone();
            var names = before.Names;
            change(attrs, model);
            Assert.That(before.Names, Is.EqualTo(names));
            attrs = attrs.Count % 3 == 0 ? Wire.RoundTrip(attrs) : attrs;
        }

        RequireSame(attrs, model);
        RequireSame(Wire.RoundTrip(attrs), model);
    });

    [Test]
    public void Decoding_and_encoding_is_an_identity() => Gen.Select(Valid, Gen.Int[0, 63]).Sample((bytes, asked) =>
    {
        var attrs = Wire.Read(bytes);
        for (var i = 0; i < 6; i++)
        {
            if ((asked & (1 << i)) != 0)
            {
                try
                {
                    attrs.GetOrDefault(Numbers[i]);
                }
                catch (MessageFormatException)
                {
                    // Not four bytes; what is asked for must not change what goes out.
                }
            }
        }

        var changed = attrs.Clone().Set(Texts[0], "x");
        changed.Remove(Texts[0]);
        Assert.That(Wire.Write(attrs), Is.EqualTo(bytes));
        Assert.That(Wire.Write(changed), Is.EqualTo(bytes));
        Assert.That(attrs.ToString(), Is.Not.Empty);
        Assert.That(Wire.Read(bytes), Is.EqualTo(attrs));
    });

    [Test]
    public void Bytes_of_any_kind_are_read_or_refused_and_nothing_else() => Gen.OneOf(
        Gen.Byte.Array[0, 60],
        Gen.Select(Valid, Gen.Int[0, 1000], Gen.Byte).Select((bytes, at, value) =>
        {
            bytes[at % bytes.Length] = value;
            return bytes;
        })).Sample(bytes =>
        {
            try
            {
                Assert.That(Wire.Write(Wire.Read(bytes)), Is.EqualTo(bytes));
            }
            catch (MessageFormatException)
            {
                // Refused, as it should be.
            }
        });

    private static void RequireSame(Attrs attrs, Dictionary<string, object> model)
    {
        Assert.That(attrs.Names, Is.EqualTo(model.Keys.Order(StringComparer.Ordinal)));
        foreach (var key in Numbers)
        {
            Assert.That(attrs.TryGet(key, out var value) ? (object?)value : null, Is.EqualTo(model.GetValueOrDefault(key.Name)));
        }

        foreach (var key in Texts)
        {
            Assert.That(attrs.TryGet(key, out var value) ? (object?)value : null, Is.EqualTo(model.GetValueOrDefault(key.Name)));
        }
    }

    private static IEnumerable<string> Names(string prefix) => Enumerable.Range(0, 6).Select(i => $"{prefix}{i}.x");
}
