using System.Text.Json;
using CsCheck;
using Hyperactor.Data;
using Hyperactor.Tests.References;

namespace Hyperactor.Tests.Data;

/// <summary>Ids on the wire.</summary>
public sealed class IdCodecTests
{
    [Test]
    public void Every_id_survives_the_journey() => Gen.Select(IdGen.Port, IdGen.Gang).Sample((port, gang) =>
        Survives(port) && Survives(port.Actor) && Survives(port.Actor.Proc) && Survives(gang) && Survives(gang.World));

    [Test]
    public void A_ranked_proc_is_its_worlds_name_and_its_rank() => Assert.That(
        Payload.Write(new WorldId("w").Proc(0x0102), null),
        Is.EqualTo(new byte[] { 0xFE, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0, (byte)'w', 2, 1, 0, 0, 0, 0, 0, 0 }));

    [Test]
    public void A_direct_proc_is_its_address_and_its_name() => Assert.That(
        Payload.Write(ProcId.Direct(ChannelAddress.Unix("/a,%"), "p"), null),
        Is.EqualTo(Texts("unix:/a,%", "p")));

    [TestCase("tcp:127.0.0.1:0", "p")]
    [TestCase("tcp:localhost:1", "p")]
    [TestCase("unix:", "p")]
    [TestCase("nowhere:x", "p")]
    [TestCase(":", "p")]
    [TestCase("unix:/a", "")]
    [TestCase("unix:/a", "p.q")]
    [TestCase("unix:/a", "p,q")]
    [TestCase("", "eight_by")]
    [TestCase("w[0]", "eight_by")]
    [TestCase("w,x", "eight_by")]
    public void What_names_no_proc_is_refused(string place, string name) =>
        Assert.That(() => Payload.Read<ProcId>(Texts(place, name), []), Throws.TypeOf<MessageFormatException>());

    [Test]
    public void Bytes_cut_anywhere_are_refused() => IdGen.Port.Sample(port =>
    {
        var bytes = Payload.Write(port, null);
        return Enumerable.Range(0, bytes.Length).All(length => IsRefused(bytes.AsMemory(0, length)));
    }, iter: 100);

    [Test]
    public void Every_flipped_bit_is_read_or_refused_but_never_breaks_the_reader() => IdGen.Port.Sample(port =>
    {
        var bytes = Payload.Write(port, null);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            if (!IsRefused(bytes))
            {
                // What is read is a proper id.
                var read = Payload.Read<PortId>(bytes, []);
                if (PortId.Parse(read.ToString()) != read)
                {
                    return false;
                }
            }

            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return true;
    }, iter: 50);

    private static bool Survives<TId>(TId id)
        where TId : IEquatable<TId>
    {
        using var json = JsonDocument.Parse(Payload.ToJson(MessageType<TId>.Codec, id));
        return Payload.Read<TId>(Payload.Write(id, null), []).Equals(id)
            && json.RootElement.GetString() == id.ToString()
            && JsonForm.Read<TId>(json.RootElement).Equals(id);
    }

    private static bool IsRefused(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            Payload.Read<PortId>(bytes, []);
            return false;
        }
        catch (MessageFormatException)
        {
            return true;
        }
    }

    private static byte[] Texts(params string[] texts) => [.. texts.SelectMany(text => Payload.Write(text, null))];
}
