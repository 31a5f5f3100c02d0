using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads how an actor is created by name.</summary>
internal static class SpawnReader
{
    private const string Message = "SpawnParameters";

    /// <summary>Reads the constructor of an actor; null if it cannot be called by name.</summary>
    public static SpawnModel? Read(
        INamedTypeSymbol type, List<Registration> registrations, List<Violation>? violations, CancellationToken cancellation)
    {
        var constructors = type.InstanceConstructors
            .Where(static c => c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
                or Accessibility.ProtectedOrInternal)
            .ToList();
        var problem = type.IsAbstract ? "it is abstract"
            : constructors.Count == 0 ? "it has no public or internal constructor"
            : constructors.Count > 1 ? "it has several constructors; leave one public or internal"
            : constructors[0].Parameters.Any(static p => p.RefKind != RefKind.None) ? "its constructor takes a reference"
            : null;
        if (problem is not null)
        {
            violations.Report(Rules.HYP1004CannotSpawn, type, type.Name, problem);
            return null;
        }

        var own = new List<Registration>();
        var constructor = constructors[0];
        if (ParameterReader.Read(constructor.Parameters, Message, true, own, violations) is not { } parameters)
        {
            return null;
        }

        var access = constructor.Parameters.Aggregate(
            type.Access(), static (least, p) => AccessReading.Least(least, p.Type.Access()));
        if (access == Access.Hidden)
        {
            violations.Report(
                Rules.HYP1004CannotSpawn, type, type.Name,
                "its constructor uses a type that is not visible outside its container");
            return null;
        }

        registrations.AddRange(own);
        var made = parameters.Make(Message, $"{type.Type()}.{Message}", $"{type.Uri()}.Spawn", access, registrations);
        registrations.Add(new(type.Uri(), RegistrationKind.Spawnable, $"{type.Type()}.Spawning.Instance"));
        return new(made, DocReader.Read(constructor, cancellation));
    }
}
