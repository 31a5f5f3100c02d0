using Hyperactor.Generators.Actors;
using Hyperactor.Generators.Attrs;
using Hyperactor.Generators.Catalog;
using Hyperactor.Generators.Instrument;
using Hyperactor.Generators.Messages;
using Hyperactor.Generators.Protocols;
using Hyperactor.Generators.Text;
using Hyperactor.Generators.WireLock;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators;

/// <summary>
/// Writes codecs for messages, dispatch and clients for actors, clients for protocols and aliases, keys and settings, interceptors for
/// calls of traced methods, and one catalog for the assembly. One generator, because the catalog lists what the others
/// write.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class HyperactorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var messages = MessagePipeline.Read(context);
        var exported = ActorPipeline.ReadExported(context);
        var local = ActorPipeline.ReadLocal(context);
        var forwarding = ActorPipeline.ReadForwarding(context);
        var protocols = ProtocolPipeline.Read(context);
        var aliases = ProtocolPipeline.ReadAliases(context);
        var attrs = AttrPipeline.Read(context);

        var clashes = messages.Select(static (m, _) => m.Place.FullName).Collect()
            .Combine(exported.Select(static (a, _) => a.Place.FullName).Collect())
            .Combine(local.Select(static (a, _) => a.Place.FullName).Collect())
            .Combine(protocols.Select(static (p, _) => p.Place.FullName).Collect())
            .Combine(attrs.Select(static (a, _) => a.Place.FullName).Collect())
            .Combine(aliases.Select(static (a, _) => a.Place.FullName).Collect())
            .Combine(forwarding.Select(static (a, _) => a.Place.FullName).Collect())
            .Select(static (all, _) => HintNames.Clashes(
                [
                    .. all.Left.Left.Left.Left.Left.Left, .. all.Left.Left.Left.Left.Left.Right,
                    .. all.Left.Left.Left.Left.Right, .. all.Left.Left.Left.Right, .. all.Left.Left.Right, .. all.Left.Right,
                    .. all.Right,
                ]))
            .WithTrackingName(TrackingNames.Clashes);

        MessagePipeline.Emit(context, messages, clashes);
        ActorPipeline.Emit(context, exported, clashes);
        ActorPipeline.Emit(context, local, clashes);
        ActorPipeline.Emit(context, forwarding, clashes);
        ProtocolPipeline.Emit(context, protocols, clashes);
        ProtocolPipeline.Emit(context, aliases, clashes);
        AttrPipeline.Emit(context, attrs, clashes);
        CatalogPipeline.Emit(
            context,
            messages.Select(static (m, _) => m.Registrations),
            exported.Select(static (a, _) => a.Registrations),
            protocols.Select(static (p, _) => p.Registrations),
            aliases.Select(static (a, _) => a.Registrations),
            attrs.Select(static (a, _) => a.Registrations));
        InstrumentPipeline.Emit(context);
        WirePipeline.Emit(context);
    }
}
