using System.CommandLine;
using Hyperactor.Worlds;

namespace DigitsTraining;

/// <summary>The command line: its options, their limits and their help.</summary>
internal sealed class TrainingCommand : RootCommand
{
    private static readonly TrainingOptions Defaults = new();

    private readonly Option<int> _procs = Number(
        "--procs", "How many trainers, each in a proc of its own.", Defaults.Procs, least: 1);

    private readonly Option<int> _epochs = Number(
        "--epochs", "How many times the weights are cast and a gradient comes back.", Defaults.Epochs, least: 0);

    private readonly Option<LauncherKind> _launcher = Choice(
        "--launcher", "Processes of this machine, or all in this one.", Defaults.Launcher);

    private readonly Option<WorldTransport> _transport = Choice(
        "--transport", "How the procs reach one another.", Defaults.Transport);

    private readonly Option<int> _seed = Number(
        "--seed", "Where the weights start.", Defaults.Seed, least: int.MinValue);

    private readonly Option<string> _data = new("--data")
    {
        Description = "Rows of 64 shades, 0 to 16, and a digit: CSV, or gzip of it. By default the digits that come along.",
        HelpName = "FILE",
    };

    internal TrainingCommand()
        : base("Trains a classifier of hand-written digits, data-parallel, on a world of procs.")
    {
        Add(_procs);
        Add(_epochs);
        Add(_launcher);
        Add(_transport);
        Add(_seed);
        Add(_data);
    }

    /// <summary>What the words say, if they were parsed without errors.</summary>
    internal TrainingOptions Read(ParseResult parsed) => new()
    {
        Procs = parsed.GetValue(_procs),
        Epochs = parsed.GetValue(_epochs),
        Launcher = parsed.GetValue(_launcher),
        Transport = parsed.GetValue(_transport),
        Seed = parsed.GetValue(_seed),
        Data = parsed.GetValue(_data) ?? Defaults.Data,
    };

    private static Option<int> Number(string name, string description, int normal, int least)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => normal,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < least)
            {
                result.AddError($"{name} must be at least {least}.");
            }
        });
        return option;
    }

    private static Option<T> Choice<T>(string name, string description, T normal)
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetNames<T>().Select(w => w.ToLowerInvariant())];
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => normal,
            CustomParser = result => Enum.Parse<T>(result.Tokens[0].Value, ignoreCase: true),
        };
        return option.AcceptOnlyFromAmong(words);
    }
}
