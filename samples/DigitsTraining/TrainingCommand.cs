using System.CommandLine;
using System.Globalization;
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

    private readonly Option<string> _launcher = Choice(
        "--launcher", "Processes of this machine, or all in this one.", Defaults.Launcher);

    private readonly Option<string> _transport = Choice(
        "--transport", "How the procs reach one another.", Defaults.Transport);

    private readonly Option<int> _seed = Number(
        "--seed", "Where the weights start.", Defaults.Seed, least: int.MinValue);

    private readonly Option<string> _data = new("--data")
    {
        Description = "Rows of 64 shades, 0 to 16, and a digit: CSV or gzip of it. By default what comes along.",
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
        Add(new ConfigCommand());
        SetAction((parsed, _) => TrainingProgram.TrainAsync(Read(parsed)));
    }

    /// <summary>What the words say, if they were parsed without errors.</summary>
    internal TrainingOptions Read(ParseResult parsed) => new()
    {
        Procs = parsed.GetValue(_procs),
        Epochs = parsed.GetValue(_epochs),
        Launcher = Chosen<LauncherKind>(parsed.GetValue(_launcher)),
        Transport = Chosen<WorldTransport>(parsed.GetValue(_transport)),
        Seed = parsed.GetValue(_seed),
        Data = parsed.GetValue(_data) ?? Defaults.Data,
    };

    private static Option<int> Number(string name, string description, int normal, int least) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => normal,
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (!int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                result.AddError($"{name} must be a whole number of 32 bits, not '{word}'.");
            }
            else if (value < least)
            {
                result.AddError($"{name} must be at least {least}, not {word}.");
            }

            return value;
        },
    };

    private static Option<string> Choice<T>(string name, string description, T normal)
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetNames<T>().Select(w => w.ToLowerInvariant())];
        return new(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => words[Array.IndexOf(Enum.GetValues<T>(), normal)],
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (!words.Contains(word, StringComparer.OrdinalIgnoreCase))
                {
                    result.AddError($"{name} must be {string.Join(" or ", words)}, not '{word}'.");
                }

                return word;
            },
        };
    }

    private static T Chosen<T>(string? word)
        where T : struct, Enum => Enum.Parse<T>(word!, ignoreCase: true);
}
