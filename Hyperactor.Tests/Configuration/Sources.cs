namespace Hyperactor.Tests.Configuration;

/// <summary>Sources that do not touch the process.</summary>
internal static class Sources
{
    /// <summary>Variables and nothing else.</summary>
    internal static ConfigSources Of(params (string Name, string Value)[] variables)
    {
        var values = variables.ToDictionary(v => v.Name, v => v.Value);
        return new() { Environment = values.GetValueOrDefault };
    }

    /// <summary>Loads a file of this text, and variables.</summary>
    internal static Config Load(string json, params (string Name, string Value)[] variables) =>
        WithFile(json, path => Config.Load(Of(variables) with { File = path }));

    /// <summary>Runs with a file of this text.</summary>
    internal static T WithFile<T>(string json, Func<string, T> run)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            return run(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
