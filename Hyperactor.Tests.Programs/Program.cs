using System.Globalization;
using Hyperactor.Tests.Programs;
using Hyperactor.Tests.Programs.Codecs;

return args switch
{
    ["status", var prelude, .. var words] => StatusProgram.Run(prelude, words),
    ["signals", .. var steps] => await SignalsProgram.RunAsync(steps),
    ["dispositions", .. var signals] => DispositionsProgram.Run(signals),
    ["streams", .. var words] => await StreamsProgram.RunAsync(words),
    ["crash", .. var words] => CrashProgram.Run(words),
    ["codecs", var payloads] => CodecsProgram.Run(int.Parse(payloads, CultureInfo.InvariantCulture)),
    ["initialize"] => InitializeProgram.Run(),
    _ => throw new ArgumentException($"Unknown words: {string.Join(' ', args)}"),
};
