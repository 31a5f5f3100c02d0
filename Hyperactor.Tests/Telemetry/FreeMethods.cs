namespace Hyperactor.Tests.Telemetry;

/// <summary>Methods that are no handlers.</summary>
internal static class FreeMethods
{
    [Instrument]
    internal static int Show(object value) => value is null ? 0 : 1;

    [Instrument]
    internal static int Add(int left, int right) => left + right;

    [Instrument]
    internal static async Task<int> WaitAsync(Task gate, bool fail)
    {
        await gate;
        return fail ? throw new InvalidOperationException("failed") : 1;
    }

    [Instrument]
    internal static ValueTask CancelAsync(CancellationToken cancellation) =>
        ValueTask.FromException(new OperationCanceledException(cancellation));
}
