using System.Net;
using CsCheck;

namespace Hyperactor.Tests.References;

[Parallelizable(ParallelScope.All)]
public sealed class ChannelAddressTests
{
    // Runs of zeros, which are printed as gaps.
    private static readonly Gen<byte[]> Sparse = Gen.OneOf(Gen.Const((byte)0), Gen.Byte).Array[16];

    [TestCase("tcp:127.0.0.1:0", ChannelKind.Tcp, "127.0.0.1:0", true)]
    [TestCase("tcp:127.0.0.1:8080", ChannelKind.Tcp, "127.0.0.1:8080", false)]
    [TestCase("tcp:255.255.255.255:65535", ChannelKind.Tcp, "255.255.255.255:65535", false)]
    [TestCase("tcp:[::1]:1234", ChannelKind.Tcp, "[::1]:1234", false)]
    [TestCase("tcp:[fe80::1%3]:1", ChannelKind.Tcp, "[fe80::1%3]:1", false)]
    [TestCase("unix:", ChannelKind.Unix, "", true)]
    [TestCase("unix:@yolo", ChannelKind.Unix, "@yolo", false)]
    [TestCase("unix:@@", ChannelKind.Unix, "@@", false)]
    [TestCase("unix:/cool/socket-path", ChannelKind.Unix, "/cool/socket-path", false)]
    [TestCase("unix:/with:colon!and space", ChannelKind.Unix, "/with:colon!and space", false)]
    [TestCase("local:", ChannelKind.Local, "", true)]
    [TestCase("local:123", ChannelKind.Local, "123", false)]
    [TestCase("local:a:b", ChannelKind.Local, "a:b", false)]
    public void A_legal_text_is_read_and_printed_as_it_was(string text, ChannelKind kind, string name, bool any)
    {
        var address = ChannelAddress.Parse(text);

        Assert.That(address.Kind, Is.EqualTo(kind));
        Assert.That(address.Name, Is.EqualTo(name));
        Assert.That(address.IsAny, Is.EqualTo(any));
        Assert.That(address.ToString(), Is.EqualTo(text));
        Assert.That(ChannelAddress.Parse(address.ToString()), Is.EqualTo(address));
        Assert.That(ChannelAddress.TryParse(text, null, out var tried), Is.True);
        Assert.That(tried, Is.EqualTo(address));
        Assert.That(tried!.GetHashCode(), Is.EqualTo(address.GetHashCode()));
    }

    [TestCase("", "a kind")]
    [TestCase("127.0.0.1", "a kind")]
    [TestCase("xxx:foo", "'xxx' is no kind")]
    [TestCase("TCP:127.0.0.1:1", "'TCP' is no kind")]
    [TestCase("tcp!127.0.0.1:8080", "is no kind")]
    [TestCase(" tcp:127.0.0.1:1", "is no kind")]
    [TestCase(":", "is no kind")]
    [TestCase("tcp:", "a port")]
    [TestCase("tcp:127.0.0.1", "a port")]
    [TestCase("tcp:127.0.0.1:", "a port")]
    [TestCase("tcp:127.0.0.1:65536", "a port")]
    [TestCase("tcp:127.0.0.1:-1", "a port")]
    [TestCase("tcp:127.0.0.1:+1", "a port")]
    [TestCase("tcp:127.0.0.1: 1", "a port")]
    [TestCase("tcp:abcdef..123124", "a port")]
    [TestCase("tcp::1", "an IPv4 address")]
    [TestCase("tcp:::1:1234", "an IPv4 address")]
    [TestCase("tcp:localhost:1", "an IPv4 address")]
    [TestCase("tcp:[127.0.0.1]:1", "in brackets")]
    [TestCase("tcp:[]:1", "in brackets")]
    [TestCase("tcp:[:1", "an IPv4 address")]
    [TestCase("tcp:1:1", "an IPv4 address")]
    [TestCase("tcp:127.1:1", "an IPv4 address")]
    [TestCase("tcp:256.0.0.1:1", "an IPv4 address")]
    [TestCase("unix:@", "an abstract name")]
    [TestCase("unix:/a\0b", "without NUL")]
    [TestCase("local:a b", "white space")]
    [TestCase("local:a\nb", "white space")]
    public void An_illegal_text_is_refused_by_name_and_with_what_was_expected(string text, string expected)
    {
        var e = Assert.Throws<ChannelAddressFormatException>(() => ChannelAddress.Parse(text))!;

        Assert.That(e.Text, Is.EqualTo(text));
        Assert.That(e.Message, Does.StartWith($"\"{OneLine(text)}\" is not a channel address; column "));
        Assert.That(e.Expected, Does.Contain(expected));
        Assert.That(ChannelAddress.TryParse(text, null, out var tried), Is.False);
        Assert.That(tried, Is.Null);

        static string OneLine(string text) => text.Replace("\0", "\\u0000").Replace("\n", "\\n");
    }

    [TestCase("unix:/", ChannelAddress.UnixNameBytesMax - 1, true)]
    [TestCase("unix:/", ChannelAddress.UnixNameBytesMax, false)]
    [TestCase("unix:@", ChannelAddress.UnixNameBytesMax, true)]
    [TestCase("unix:@", ChannelAddress.UnixNameBytesMax + 1, false)]
    [TestCase("local:", ChannelAddress.LocalNameCharsMax, true)]
    [TestCase("local:", ChannelAddress.LocalNameCharsMax + 1, false)]
    public void A_name_may_be_so_long_and_no_longer(string start, int more, bool legal)
    {
        Assert.That(ChannelAddress.TryParse(start + new string('x', more), null, out _), Is.EqualTo(legal));
    }

    [TestCase("tcp:1.2.3.4:x", 12, "a port")]
    [TestCase("tcp:1.2.3:1", 4, "an IPv4 address")]
    [TestCase("unix:/a\0b", 7, "without NUL")]
    [TestCase("local:a b", 7, "white space")]
    public void The_message_names_the_column(string text, int position, string expected)
    {
        var e = Assert.Throws<ChannelAddressFormatException>(() => ChannelAddress.Parse(text))!;
        Assert.That(e.Position, Is.EqualTo(position));
        Assert.That(e.Message, Does.Contain($"column {position + 1}").And.Contain(expected));
    }

    [TestCase("unix:/{0}/")]
    [TestCase("unix:/a{0}")]
    [TestCase("local:{0}")]
    public void Half_of_a_character_is_refused(string format)
    {
        foreach (var half in (char[])['\ud800', '\udc00'])
        {
            var text = format.Replace("{0}", half.ToString(), StringComparison.Ordinal);
            Assert.That(
                () => ChannelAddress.Parse(text),
                Throws.TypeOf<ChannelAddressFormatException>().With.Message.Contains("half of a character"));
        }

        Assert.That(ChannelAddress.TryParse(format.Replace("{0}", "𝒳", StringComparison.Ordinal), null, out _), Is.True);
    }

    [Test]
    public void Every_IP_address_is_printed_so_that_it_is_read_back() =>
        Gen.Select(Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16], Sparse), Gen.UInt, Gen.UShort).Sample((bytes, scope, port) =>
        {
            var ip = bytes.Length == 4 ? new IPAddress(bytes) : new IPAddress(bytes, scope);
            var address = ChannelAddress.Tcp(ip, port);
            return ChannelAddress.Parse(address.ToString()) is var back
                && back == address && back.EndPoint!.Equals(address.EndPoint);
        });

    [Test]
    public void What_is_read_as_an_IP_address_is_what_the_platform_reads() =>
        Gen.Char["0123456789abcF:.%"].Array[1, 24].Select(chars => new string(chars)).Array[200].Sample(texts =>
            texts.All(text => !ChannelAddress.TryParse($"tcp:[{text}]:1", null, out var address)
                || (IPAddress.TryParse(text, out var ip) && ip.Equals(address.EndPoint!.Address))));

    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("1::")]
    [TestCase("1:2:3:4:5:6:7:8")]
    [TestCase("1:2:3:4:5:6:7::")]
    [TestCase("::2:3:4:5:6:7:8")]
    [TestCase("1::8")]
    [TestCase("::1.2.3.4")]
    [TestCase("::ffff:1.2.3.4")]
    [TestCase("1:2:3:4:5:6:1.2.3.4")]
    [TestCase("FE80::1%4294967295")]
    public void All_forms_of_IPv6_are_read(string text) => Assert.That(
        ChannelAddress.Parse($"tcp:[{text}]:1").EndPoint!.Address, Is.EqualTo(IPAddress.Parse(text)));

    [TestCase("1:2:3:4:5:6:7:8::")]
    [TestCase("1:2:3:4:5:6:7:8:9")]
    [TestCase("1::2::3")]
    [TestCase(":::")]
    [TestCase(":1")]
    [TestCase("1:")]
    [TestCase("12345::")]
    [TestCase("::1.2.3")]
    [TestCase("::01.2.3.4")]
    [TestCase("1.2.3.4::")]
    [TestCase("1:2:3:4:5:6:7:1.2.3.4")]
    [TestCase("fe80::1%lo")]
    [TestCase("fe80::1%")]
    [TestCase("fe80::1%4294967296")]
    [TestCase("::1/64")]
    public void What_is_no_IPv6_address_is_refused(string text) =>
        Assert.That(ChannelAddress.TryParse($"tcp:[{text}]:1", null, out _), Is.False);

    [TestCase("010.0.0.1")]
    [TestCase("0x7f.0.0.1")]
    [TestCase("1.2.3.4.5")]
    [TestCase("1.2.3.")]
    [TestCase("1.2..4")]
    [TestCase("1.2.3.1000")]
    public void Only_four_plain_numbers_are_IPv4(string text) =>
        Assert.That(ChannelAddress.TryParse($"tcp:{text}:1", null, out _), Is.False);

    [Test]
    public void A_unix_name_is_measured_in_bytes()
    {
        Assert.That(ChannelAddress.TryParse("unix:@" + new string('é', 54), null, out _), Is.False);
    }

    [Test]
    public void Null_is_no_address()
    {
        Assert.Throws<ArgumentNullException>(() => ChannelAddress.Parse(null!));
        Assert.That(ChannelAddress.TryParse(null, null, out _), Is.False);
    }

    [Test]
    public void An_address_made_from_parts_equals_the_one_read()
    {
        Assert.That(ChannelAddress.Tcp(IPAddress.IPv6Loopback, 7), Is.EqualTo(ChannelAddress.Parse("tcp:[::1]:7")));
        Assert.That(ChannelAddress.Unix("@a"), Is.EqualTo(ChannelAddress.Parse("unix:@a")));
        Assert.That(ChannelAddress.Local("a"), Is.EqualTo(ChannelAddress.Parse("local:a")));
        Assert.That(ChannelAddress.Unix("a"), Is.Not.EqualTo(ChannelAddress.Local("a")));
        Assert.That(ChannelAddress.Unix("@a"), Is.Not.EqualTo(ChannelAddress.Unix("@b")));
    }
}
