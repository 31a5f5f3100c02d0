namespace Hyperactor;

/// <summary>
/// Where actors run. Everything an actor does is scheduled here, so that a seeded scheduler can run a whole system
/// deterministically.
/// </summary>
public abstract class ActorScheduler
{
    /// <summary>Runs actors on the thread pool.</summary>
    public static ActorScheduler ThreadPool { get; } = new ThreadPoolScheduler();

    /// <summary>Runs <paramref name="work"/> soon, once, and never on the caller's stack.</summary>
    /// <param name="work">An actor that has something to do.</param>
    /// <param name="yielded">Whether it has just run and gives way to others.</param>
    public abstract void Schedule(IThreadPoolWorkItem work, bool yielded);

    private sealed class ThreadPoolScheduler : ActorScheduler
    {
        public override void Schedule(IThreadPoolWorkItem work, bool yielded) =>
            System.Threading.ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: !yielded);
    }
}
