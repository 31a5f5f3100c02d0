using System.Text;
using CsCheck;

namespace Hyperactor.Tests.References;

/// <summary>Ids to text and back, as chars and as UTF-8.</summary>
public sealed class TextTests
{
    private static readonly string[] Pieces =
    [
        "w", "a1", "東", "𝒳", "\ud835", "\udcb3", "\u0301", "_", "0", "7", "18446744073709551615", "18446744073709551616",
        "[", "]", "[0]", "[3]", ".", ",", "@", " ", "\0", "-", "+", "%", "%25", "%2C", "%2", ":", "/", "tcp:", "unix:", "local:",
        "tcp:127.0.0.1:1", "tcp:[::1]:2", "unix:/x", "local:y", "tcp:1.2.3.4:0", "\ufffd", "ﬀ",
    ];

    private static readonly ActorId[] Samples =
    [
        new WorldId("w").Proc(0).Actor("a"),
        new WorldId("東京").Proc(ulong.MaxValue).Actor("𝒳", ulong.MaxValue),
        ProcId.Direct(ChannelAddress.Unix("/a,b/é%"), "p").Actor("a", 7),
        ProcId.Direct(ChannelAddress.Local(new string('%', ChannelAddress.LocalNameCharsMax)), new string('n', 5000)).Actor("a"),
    ];

    [Test]
    public void Worlds_round_trip() => IdGen.World.Sample(RoundTrips);

    [Test]
    public void Gangs_round_trip() => IdGen.Gang.Sample(RoundTrips);

    [Test]
    public void Procs_round_trip() => IdGen.Proc.Sample(RoundTrips);

    [Test]
    public void Actors_round_trip() => IdGen.Actor.Sample(RoundTrips);

    [Test]
    public void Ports_round_trip() => IdGen.Port.Sample(RoundTrips);

    [Test]
    public void References_round_trip() => IdGen.Any.Sample(reference =>
        RoundTrips(reference) && Reference.Parse(reference.ToString()).Kind == reference.Kind);

    [Test]
    public void Random_texts_are_read_or_refused_and_never_anything_else()
    {
        var random = new Random(20_251_123);
        var read = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            read += Survives<Reference>(text, mayThrow: i % 6 == 0) ? 1 : 0;
            Survives<WorldId>(text, mayThrow: i % 6 == 1);
            Survives<GangId>(text, mayThrow: i % 6 == 2);
            Survives<ProcId>(text, mayThrow: i % 6 == 3);
            Survives<ActorId>(text, mayThrow: i % 6 == 4);
            Survives<PortId>(text, mayThrow: i % 6 == 5);
            if (ChannelAddress.TryParse(text, null, out var address))
            {
                Assert.That(ChannelAddress.Parse(address.ToString()), Is.EqualTo(address));
            }
        }

        Assert.That(read, Is.GreaterThan(1000), "the texts should hit the grammar now and then");
    }

    [Test]
    public void A_span_that_is_too_short_takes_nothing()
    {
        foreach (var id in Samples)
        {
            TooShort(id);
            TooShort(id.Proc);
            TooShort(id.Port(ulong.MaxValue));
            TooShort<Reference>(id);
        }

        TooShort(new WorldId("東京"));
        TooShort(new GangId(new("東京"), "𝒳"));
    }

    [Test]
    public void Printing_into_a_span_allocates_nothing()
    {
        var chars = new char[1024];
        var utf8 = new byte[1024];
        Reference[] references =
        [
            new WorldId("w"), new WorldId("w").Gang("a"), Samples[0].Proc, Samples[0], Samples[0].Port(9), Samples[2].Proc,
            Samples[2], Samples[2].Port(9),
        ];
        Print(10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Print(1000);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        void Print(int times)
        {
            for (var i = 0; i < times; i++)
            {
                foreach (var reference in references)
                {
                    reference.TryFormat(chars, out _);
                    reference.TryFormat(utf8, out _);
                }

                Samples[2].TryFormat(chars, out _);
                Samples[0].Port(1).TryFormat(utf8, out _);
                Samples[0].Proc.TryFormat(chars, out _);
            }
        }
    }

    [TestCase(new byte[] { (byte)'w', 0xFF }, 1)]
    [TestCase(new byte[] { 0xC3 }, 0)]
    [TestCase(new byte[] { (byte)'w', (byte)'[', 0xED, 0xA0, 0x80 }, 2)]
    [TestCase(new byte[] { 0xE6, 0x9D, 0xB1, 0xC0, 0x80 }, 1)]
    public void Bytes_that_are_no_UTF_8_are_refused_at_their_place(byte[] utf8, int position)
    {
        var error = Assert.Throws<ReferenceFormatException>(() => Reference.Parse(utf8))!;
        Assert.Multiple(() =>
        {
            Assert.That(error.Position, Is.EqualTo(position));
            Assert.That(error.Message, Does.Contain("expected UTF-8 at byte").And.Contain($"column {position + 1}"));
            Assert.That(Reference.TryParse(utf8, null, out _), Is.False);
            Assert.That(ActorId.TryParse(utf8, null, out var none), Is.False);
            Assert.That(none, Is.Null);
        });
    }

    [Test]
    public void Random_bytes_are_read_or_refused_and_never_anything_else() => Gen.Byte.Array[0, 12].Sample(bytes =>
    {
        try
        {
            return Reference.Parse(bytes).ToString().Length > 0;
        }
        catch (ReferenceFormatException e)
        {
            return e.Position >= 0 && e.Position <= e.Text.Length && !Reference.TryParse(bytes, null, out _);
        }
    });

    [Test]
    public void Null_is_no_text()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => ActorId.Parse((string)null!), Throws.ArgumentNullException);
            Assert.That(ActorId.TryParse((string?)null, null, out _), Is.False);
        });
    }

    [Test]
    public void Interpolated_texts_take_ids_as_they_are() =>
        Assert.That($"<{Samples[0]}|{Samples[0].Proc,8}|{(Reference)Samples[0].Port(1)}>", Is.EqualTo("<w[0].a[0]|    w[0]|w[0].a[0][1]>"));

    private static bool RoundTrips<TId>(TId id)
        where TId : ISpanParsable<TId>, IUtf8SpanParsable<TId>, ISpanFormattable, IUtf8SpanFormattable, IEquatable<TId>
    {
        var text = id.ToString(null, null);
        var utf8 = new byte[2048];
        var chars = new char[2048];
        return id.TryFormat(utf8, out var bytes, default, null)
            && id.TryFormat(chars, out var length, default, null)
            && Encoding.UTF8.GetString(utf8, 0, bytes) == text
            && new string(chars, 0, length) == text
            && TId.Parse(text, null).Equals(id)
            && TId.Parse(text.AsSpan(), null).Equals(id)
            && TId.Parse(utf8.AsSpan(0, bytes), null).Equals(id)
            && TId.TryParse(text, null, out var tried) && tried.Equals(id)
            && TId.TryParse(utf8.AsSpan(0, bytes), null, out tried) && tried.Equals(id)
            && TId.Parse(text, null).ToString(null, null) == text;
    }

    private static bool Survives<TId>(string text, bool mayThrow)
        where TId : ISpanParsable<TId>, IUtf8SpanParsable<TId>, ISpanFormattable, IUtf8SpanFormattable, IEquatable<TId>
    {
        var isRead = TId.TryParse(text, null, out var id);
        if (isRead && !RoundTrips(id!))
        {
            Assert.Fail($"\"{text}\" was read and does not come back");
        }

        if (mayThrow && !isRead)
        {
            try
            {
                TId.Parse(text, null);
                Assert.Fail($"\"{text}\" was parsed and not tried");
            }
            catch (ReferenceFormatException e)
            {
                if (e.Text != text || e.Position < 0 || e.Position > text.Length)
                {
                    Assert.Fail($"\"{text}\" fails at {e.Position}");
                }
            }
        }

        return isRead;
    }

    private static void TooShort<TId>(TId id)
        where TId : ISpanFormattable, IUtf8SpanFormattable
    {
        var text = id.ToString(null, null);
        var bytes = Encoding.UTF8.GetByteCount(text);
        for (var length = 0; length < bytes; length += length < 100 ? 1 : 97)
        {
            var fits = id.TryFormat(new char[length], out var chars, default, null);
            Assert.That((fits, chars), Is.EqualTo(length < text.Length ? (false, 0) : (true, text.Length)));
            Assert.That(id.TryFormat(new byte[length], out var written, default, null), Is.False);
            Assert.That(written, Is.Zero);
        }

        Assert.That(id.TryFormat(new byte[bytes], out var all, default, null), Is.True);
        Assert.That(all, Is.EqualTo(bytes));
    }
}
