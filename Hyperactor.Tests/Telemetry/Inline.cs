namespace Hyperactor.Tests.Telemetry;

/// <summary>Runs actors when told to, on the stack of who tells.</summary>
internal sealed class Inline : ActorScheduler
{
    private readonly Queue<IThreadPoolWorkItem> _waiting = new();

    public override void Schedule(IThreadPoolWorkItem work, bool yielded)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(work);
        }
    }

    internal void RunAll()
    {
        while (true)
        {
            IThreadPoolWorkItem? work;
            lock (_waiting)
            {
                if (!_waiting.TryDequeue(out work))
                {
                    return;
                }
            }

            work.Execute();
        }
    }
}
