using Hyperactor;

namespace DigitsTraining;

/// <summary>Tells which settings apply where it lives.</summary>
[Export(Spawn = true)]
internal sealed partial class ConfigReporter : Actor
{
    /// <summary>All settings with their values, as a table.</summary>
    [Handler]
    private ValueTask<string> Dump(Context context) => new(context.Config.Dump().ToString());
}
