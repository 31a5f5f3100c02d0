using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>HYP6005: randomness that comes from the system and not from a seed.</summary>
internal static class RandomDraws
{
    private const string Seeded = "let the constructor take a Random, which a test creates with a seed";
    private const string Named = "let the sender give it, or let the constructor take what makes it";
    private const string Secret = "let the constructor take what makes secrets";

    public static ImmutableArray<Suspect> All { get; } =
    [
        Of("System", "Random", "Shared", Seeded),
        Of("System", "Random", ".ctor", Seeded, static o => o is not IObjectCreationOperation { Arguments.IsEmpty: true }),
        Of("System", "Guid", "NewGuid", Named),
        Of("System", "Guid", "CreateVersion7", Named),
        Of("System.IO", "Path", "GetRandomFileName", Named),
        Of("System.IO", "Path", "GetTempFileName", Named),
        .. new[] { "Create", "Fill", "GetBytes", "GetHexString", "GetInt32", "GetItems", "GetString", "Shuffle" }.Select(static m =>
            Of("System.Security.Cryptography", "RandomNumberGenerator", m, Secret, IsOfInstance)),
    ];

    private static Suspect Of(
        string @namespace, string type, string member, string remedy, Func<IOperation, bool>? isFine = null) =>
        new(HandlerDescriptors.DrawsRandomness, @namespace, type, member, remedy, isFine);

    // One that was passed in.
    private static bool IsOfInstance(IOperation operation) => operation is IInvocationOperation { Instance: not null };
}
