using System.Runtime.CompilerServices;

namespace Hyperactor.Tests.Programs;

/// <summary>Breaks in a way that nobody catches.</summary>
internal static class CrashProgram
{
    internal static int Run(string[] words)
    {
        HyperactorProcess.Initialize(new()
        {
            LogPrefixVariable = "HYPERACTOR_TEST_PREFIX",
            CrashFile = words is [_, var file] ? file : null,
        });
        switch (words[0])
        {
            case "throw":
                throw new InvalidOperationException("nobody caught this", new FormatException("the cause"));
            case "rename":
                Environment.SetEnvironmentVariable("HYPERACTOR_TEST_PREFIX", "renamed");
                throw new InvalidOperationException("under another name");
            default:
                Forget();
                Collect();
                Console.WriteLine("still here");
                return 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget()
    {
        IAsyncResult task = Task.Run(() => throw new InvalidOperationException("nobody awaited this"));
        task.AsyncWaitHandle.WaitOne();
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
