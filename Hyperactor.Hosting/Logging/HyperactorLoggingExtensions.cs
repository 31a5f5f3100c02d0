using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Hyperactor.Hosting;

/// <summary>Adds what Hyperactor has for logging.</summary>
public static class HyperactorLoggingExtensions
{
    /// <summary>
    /// Logs to the console with <see cref="HyperactorConsoleFormatter"/>. Its options are those given here; unlike
    /// those of the formatters that come with .NET, they are not read from the section <c>Logging:Console</c>, since
    /// that takes reflection.
    /// </summary>
    /// <param name="builder">The builder of the application's logging.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <returns>The same builder.</returns>
    public static ILoggingBuilder AddHyperactorConsole(
        this ILoggingBuilder builder, Action<HyperactorConsoleOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddConsole(static console => console.FormatterName = HyperactorConsoleFormatter.FormatterName);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ConsoleFormatter, HyperactorConsoleFormatter>());
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        return builder;
    }
}
