using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hyperactor.Hosting;

/// <summary>Hyperactor in a host.</summary>
public static class HyperactorServices
{
    /// <summary>
    /// Registers <see cref="Config"/> as a singleton: loaded when it is first asked for, from the host's
    /// <see cref="IConfiguration"/> if there is one, and from the variables and the file of <see cref="ConfigSources"/>. One
    /// that is registered already stays. Give it to procs and worlds in <see cref="ProcOptions.Config"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="refine">Changes the sources before they are loaded, such as to name a file.</param>
    /// <returns>The services.</returns>
    /// <remarks>What makes no sense is a <see cref="ConfigurationException"/> where <see cref="Config"/> is first asked for.</remarks>
    public static IServiceCollection AddHyperactor(
        this IServiceCollection services, Func<ConfigSources, ConfigSources>? refine = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider =>
        {
            var sources = provider.GetService<IConfiguration>()?.ToConfigSources() ?? new();
            return Config.Load(refine is null ? sources : refine(sources));
        });
        return services;
    }
}
