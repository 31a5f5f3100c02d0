namespace Hyperactor.Tests.Programs;

/// <summary>Standard input: who holds its other end lets this process live, and says what it is to do.</summary>
internal static class Lifeline
{
    /// <summary>What a program returns whose test has let go of it.</summary>
    internal const int ExitCode = 99;

    /// <summary>Tells the test which process this is, and that what it asked for is done.</summary>
    internal static void Ready() => Console.WriteLine($"ready {Environment.ProcessId}");

    /// <summary>Waits until the test has gone.</summary>
    internal static async Task<int> UntilEndAsync()
    {
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Nothing that is said matters.
        }

        return ExitCode;
    }
}
