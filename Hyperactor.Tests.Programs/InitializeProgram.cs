namespace Hyperactor.Tests.Programs;

/// <summary>Initializes more than once.</summary>
internal static class InitializeProgram
{
    internal static int Run()
    {
        var options = new HyperactorProcessOptions { LogPrefixVariable = "FIRST" };
        var first = HyperactorProcess.Initialize(options);
        Console.WriteLine($"equal options: {ReferenceEquals(first, HyperactorProcess.Initialize(options with { }))}");
        Console.WriteLine($"no options: {ReferenceEquals(first, HyperactorProcess.Initialize())}");
        try
        {
            HyperactorProcess.Initialize(options with { LogPrefixVariable = "SECOND" });
        }
        catch (ProcessAlreadyInitializedException e)
        {
            Console.WriteLine($"other options: {e.InForce.LogPrefixVariable} stays; {e.Message}");
        }

        return 0;
    }
}
