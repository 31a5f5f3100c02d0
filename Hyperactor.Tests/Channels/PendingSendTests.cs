using Hyperactor.Channels;

namespace Hyperactor.Tests.Channels;

public sealed class PendingSendTests
{
    [Test]
    public void Cancelling_what_ended_with_its_connection_does_nothing()
    {
        using var stop = new CancellationTokenSource();
        var send = new PendingSend(new byte[1], stop.Token);
        send.TrySetResult(false);
        Assert.That(stop.Cancel, Throws.Nothing, "a link that aborts cancels what its connection gave up before");
        Assert.That(send.TryStart(), Is.False);
    }

    [Test]
    public async Task Cancelling_what_waits_ends_it()
    {
        using var stop = new CancellationTokenSource();
        var send = new PendingSend(new byte[1], stop.Token);
        stop.Cancel();
        Assert.That(await send.Task.Soon(), Is.False);
        Assert.That(send.TryStart(), Is.False);
    }

    [Test]
    public async Task What_was_started_is_ended_by_who_sends_it()
    {
        using var stop = new CancellationTokenSource();
        var send = new PendingSend(new byte[1], stop.Token);
        Assert.That(send.TryStart(), Is.True);
        stop.Cancel();
        Assert.That(send.Task.IsCompleted, Is.False);
        send.SetResult(true);
        Assert.That(await send.Task.Soon(), Is.True);
    }
}
