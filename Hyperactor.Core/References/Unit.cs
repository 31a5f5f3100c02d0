namespace Hyperactor;

/// <summary>The value of what returns nothing: the reply of an acknowledged call.</summary>
public readonly record struct Unit
{
    /// <summary>Awaits <paramref name="task"/> and yields the only value there is.</summary>
    public static ValueTask<Unit> After(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return Await(task);
        }

        task.GetAwaiter().GetResult();
        return default;

        static async ValueTask<Unit> Await(ValueTask task)
        {
            await task;
            return default;
        }
    }
}
