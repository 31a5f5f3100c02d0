namespace Hyperactor.Tests.Channels;

[Parallelizable(ParallelScope.All)]
public sealed class LinkSchedulingTests
{
    [Test]
    [CancelAfter(60_000)]
    public void Links_in_memory_run_wholly_on_the_scheduler_that_opened_them(CancellationToken cancellation)
    {
        var strangers = 0;
        SingleThread.Run(async () =>
        {
            var home = Environment.CurrentManagedThreadId;
            var rig = await LinkRig.StartAsync("local");
            rig.Server.OnFrameDo = _ => strangers += Environment.CurrentManagedThreadId == home ? 0 : 1;
            var pair = await rig.ConnectAsync();
            for (var i = 0; i < 200; i++)
            {
                var written = new ByteFrame(new byte[10_000])
                {
                    BeforeWrite = () => strangers += Environment.CurrentManagedThreadId == home ? 0 : 1,
                };
                Assert.That(pair.Client.TryPost(written).IsPosted, Is.True);
            }

            for (var i = 0; i < 200; i++)
            {
                await pair.HeardByServer.NextAsync();
            }

            await pair.Client.CloseAsync("done").Soon();
            Assert.That((await pair.Server.Completion.Soon()).Reason, Is.EqualTo("done"));
            await rig.DisposeAsync().Soon();
            cancellation.ThrowIfCancellationRequested();
        });

        Assert.That(strangers, Is.Zero);
    }
}
