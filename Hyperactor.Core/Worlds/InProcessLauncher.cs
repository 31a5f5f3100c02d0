using Hyperactor.Failures;

namespace Hyperactor.Worlds;

/// <summary>Starts procs inside this process.</summary>
internal sealed class InProcessLauncher : Launcher
{
    internal override LaunchedRank Launch(BootInfo boot, WorldOptions options) => new InProcessRank(boot, options);

    /// <summary>A proc in this process.</summary>
    private sealed class InProcessRank : LaunchedRank
    {
        private readonly CancellationTokenSource _released = new();
        private readonly Task<RankExit> _exit;

        internal InProcessRank(BootInfo boot, WorldOptions options)
            : base(boot.Rank) => _exit = RunAsync(boot, options);

        internal override Task<RankExit> Exit => _exit;

        internal override int ProcessId => Environment.ProcessId;

        internal override void Release() => _released.Cancel();

        internal override void Kill() => _released.Cancel();

        public override async ValueTask DisposeAsync()
        {
            await _released.CancelAsync();
            await _exit;
            _released.Dispose();
        }

        private async Task<RankExit> RunAsync(BootInfo boot, WorldOptions options)
        {
            try
            {
                // Not on the launching stack: all procs start at the same time.
                await Task.Yield();
                var reason = await RankNode.RunAsync(boot, options.Proc, _released.Token);
                return new(reason is null, reason ?? "ended", []);
            }
            catch (Exception e)
            {
                return new(false, $"failed to run: {FailureText.MessageOf(e)}", []);
            }
        }
    }
}
