using Hyperactor.Generators.Actors;
using Hyperactor.Generators.Catalog;
using Hyperactor.Generators.Messages;
using Hyperactor.Generators.Protocols;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators;

/// <summary>
/// Writes codecs for messages, dispatch and clients for actors, clients for protocols, and one catalog for the
/// assembly. One generator, because the catalog lists what the others write.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class HyperactorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var messages = MessagePipeline.Register(context);
        var exported = ActorPipeline.RegisterExported(context);
        ActorPipeline.RegisterLocal(context);
        var protocols = ProtocolPipeline.Register(context);
        CatalogPipeline.Register(context, messages, exported, protocols);
    }
}
