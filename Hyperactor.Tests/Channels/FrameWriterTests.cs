using System.Buffers;
using System.Text;
using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

[Parallelizable(ParallelScope.All)]
public sealed class FrameWriterTests
{
    [Test]
    public void The_example_of_the_wire_format_is_what_is_written()
    {
        var written = Bytes.Written(writer =>
        {
            writer.WriteHello("hi"u8);
            writer.TryWritePayload(new ByteFrame(new byte[] { 1, 2, 3 }));
            writer.WriteClose(new(CloseCode.Done, "done"));
        });

        Assert.That(Convert.ToHexString(written), Is.EqualTo(
            "0A00000001000000" + "48595052" + "01000000" + "6869" +
            "0300000002000000" + "010203" +
            "0600000003000000" + "0000" + "646F6E65"));
    }

    [Test]
    public void A_writer_may_throw_what_throws_again_when_it_is_asked_why()
    {
        FrameLoss? loss = null;
        Bytes.Written(writer => loss = writer.TryWritePayload(
            new ByteFrame(new byte[] { 1 }) { AfterWrite = static () => throw new Failures.HostileException() }));

        Assert.That(loss!.Reason, Does.StartWith("writing it failed: <its message threw"));
    }

    [Test]
    public void A_writer_that_throws_leaves_its_neighbours_as_they_were()
    {
        var cause = new InvalidOperationException("boom");
        FrameLoss? loss = null;
        var written = Bytes.Written(writer =>
        {
            writer.TryWritePayload(new ByteFrame(new byte[] { 1 }));
            loss = writer.TryWritePayload(new ByteFrame(Bytes.Pattern(100_000)) { AfterWrite = () => throw cause });
            writer.TryWritePayload(new ByteFrame(new byte[] { 2 }));
        });

        Assert.That(written, Is.EqualTo(Bytes.Payload([1]).Concat(Bytes.Payload([2]))));
        Assert.That(loss!.Kind, Is.EqualTo(FrameLossKind.WriteFailed));
        Assert.That(loss.Cause, Is.SameAs(cause));
        Assert.That(loss.Reason, Does.Contain("boom"));
    }

    [Test]
    public void A_body_over_the_limit_is_taken_back_and_one_at_the_limit_is_not()
    {
        FrameLoss? at = null;
        FrameLoss? over = null;
        var written = Bytes.Written(
            writer =>
            {
                over = writer.TryWritePayload(new ByteFrame(new byte[11], hint: false));
                at = writer.TryWritePayload(new ByteFrame(new byte[10], hint: false));
            },
            maxPayloadBytes: 10);

        Assert.That(over!.Kind, Is.EqualTo(FrameLossKind.TooLarge));
        Assert.That(over.Reason, Does.Contain("10 bytes"));
        Assert.That(at, Is.Null);
        Assert.That(written, Is.EqualTo(Bytes.Payload(new byte[10])));
    }

    [Test]
    public void Advancing_past_what_was_given_is_an_error()
    {
        var writer = new FrameWriter(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Advance(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Advance(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.GetSpan(-1));
    }

    [Test]
    public void A_released_writer_writes_again()
    {
        var writer = new FrameWriter(10);
        writer.TryWritePayload(new ByteFrame(new byte[] { 1 }));
        writer.Release();
        Assert.That(writer.Written.Length, Is.Zero);
        writer.TryWritePayload(new ByteFrame(new byte[] { 2 }));
        Assert.That(writer.Written.ToArray(), Is.EqualTo(Bytes.Payload([2])));
    }

    [Test]
    public void A_close_text_that_is_too_long_is_cut_between_characters()
    {
        var written = Bytes.Written(writer => writer.WriteClose(new(CloseCode.Refused, "x" + new string('é', 1000))));

        Assert.That(CloseFrame.Read(written.AsSpan(8), out var close), Is.Null);
        Assert.That(close, Is.EqualTo(new CloseFrame(CloseCode.Refused, "x" + new string('é', 511))));
    }

    [Test]
    public void A_close_text_cannot_reach_a_terminal_with_control_characters()
    {
        CloseFrame.Read([0, 0, .. "a\u001b[2J\nb"u8], out var close);
        Assert.That(close!.Text, Is.EqualTo("a?[2J?b"));
    }

    [Test]
    public void A_close_without_a_whole_code_is_a_problem()
    {
        Assert.That(CloseFrame.Read([0], out _), Does.Contain("no code"));
    }

    [Test]
    public void A_close_text_that_is_no_text_is_read_all_the_same()
    {
        Assert.That(CloseFrame.Read([9, 9, 0xFF, 0xC0], out var close), Is.Null);
        Assert.That((int)close!.Code, Is.EqualTo(0x0909));
        Assert.That(close.Text, Is.EqualTo("\uFFFD\uFFFD"));
    }

    [TestCase("", "does not start with HYPR")]
    [TestCase("48595052", "does not start with HYPR")]
    [TestCase("4859505101000000", "does not start with HYPR")]
    [TestCase("4859505202000000", "version 2, and this side version 1")]
    [TestCase("4859505201000100", "flags")]
    public void A_wrong_hello_is_a_problem(string hex, string problem)
    {
        Assert.That(Hello.Read(Convert.FromHexString(hex), out _), Does.Contain(problem));
    }

    [Test]
    public void A_hello_gives_back_its_greeting()
    {
        var writer = new ArrayBufferWriter<byte>();
        Hello.Write(writer, "greeting"u8);
        Assert.That(Hello.Read(writer.WrittenMemory, out var greeting), Is.Null);
        Assert.That(Encoding.UTF8.GetString(greeting.Span), Is.EqualTo("greeting"));
    }
}
