using System.Runtime.Versioning;
using Hyperactor.Processes;

namespace Hyperactor.Tests.Processes;

public sealed class SignalsTests
{
    private static readonly string[] Status =
    [
        "Name:\tprogram",
        "SigBlk:\tffffffffffffffff",
        "SigIgn:\t8000000000001000",
        "SigCgt:\t0000000000004002",
    ];

    [TestCase(1, SignalDisposition.Default)]
    [TestCase(2, SignalDisposition.Custom)]
    [TestCase(13, SignalDisposition.Ignored)]
    [TestCase(15, SignalDisposition.Custom)]
    [TestCase(64, SignalDisposition.Ignored)]
    public void Linux_tells_it_as_sets_of_bits(int signal, SignalDisposition expected) =>
        Assert.That(Signals.FromMasks(signal, Status), Is.EqualTo(expected));

    [Test]
    public void Lines_that_cannot_be_read_say_nothing() => Assert.That(
        Signals.FromMasks(2, ["SigCgt:", "SigIgn:\tnothing", "SigCgt: \t"]), Is.EqualTo(SignalDisposition.Default));

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(65)]
    public void A_number_that_is_none_is_refused(int signal) =>
        Assert.That(() => Signals.DispositionOf(signal), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    [Platform("Linux")]
    [UnsupportedOSPlatform("windows")]
    public void The_file_and_the_call_say_the_same() => Assert.Multiple(() =>
    {
        for (var signal = 1; signal < 32; signal++)
        {
            Assert.That(Signals.FromSystem(signal), Is.EqualTo(Signals.DispositionOf(signal)), $"signal {signal}");
        }
    });

    [Test]
    [Platform("Linux")]
    [UnsupportedOSPlatform("windows")]
    public void The_runtime_ignores_broken_pipes() => Assert.Multiple(() =>
    {
        Assert.That(Signals.PipeDisposition, Is.EqualTo(SignalDisposition.Ignored));
        Assert.That(Signals.FromSystem(Signals.Pipe), Is.EqualTo(SignalDisposition.Ignored));
    });

    [Test]
    [Platform("Linux")]
    [UnsupportedOSPlatform("windows")]
    public void A_number_that_the_system_refuses_is_refused() =>
        Assert.That(() => Signals.FromSystem(1000), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    [Platform("Win")]
    public void Windows_has_none() => Assert.That(
        () => Signals.PipeDisposition,
        Throws.TypeOf<PlatformNotSupportedException>().With.Message.Contains("/proc/self/status"));

    [TestCase(SignalDisposition.Default, "default")]
    [TestCase(SignalDisposition.Ignored, "ignored")]
    [TestCase(SignalDisposition.Custom, "custom handler")]
    public void Each_has_its_words(SignalDisposition disposition, string words) =>
        Assert.That(disposition.ToText(), Is.EqualTo(words));
}
