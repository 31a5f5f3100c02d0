using System.Collections.Concurrent;
using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>
/// HYP6002: calls on a reference that was made of the actor's own id. A field counts as such a reference if that is all it is
/// ever assigned in the class, which is known when all of the class was seen.
/// </summary>
internal sealed class SelfCalls
{
    private readonly ConcurrentDictionary<ISymbol, bool> _fields = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentQueue<(ISymbol Field, ISymbol Member, Diagnostic Report)> _waiting = new();

    /// <summary>Looks at a call: the report on it, or null; one on a field is kept for <see cref="OnFields"/>.</summary>
    public Diagnostic? Check(IInvocationOperation operation, ISymbol member)
    {
        if (ActorCall.Read(operation) is not { } call || !call.From.Type.IsHyperactor("Context") && !operation.IsWaitedFor())
        {
            return null;
        }

        var report = Diagnostic.Create(HandlerDescriptors.CallsItself, Places.Of(operation), operation.TargetMethod.Name);
        if (call.Receiver is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var field })
        {
            _waiting.Enqueue((field, member, report));
            return null;
        }

        return IsSelf(call.Receiver) ? report : null;
    }

    /// <summary>Notes what is assigned to a field of the actor.</summary>
    public void Assigned(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Type.Name: "ActorRef" } field)
        {
            var isSelf = IsSelf(assignment.Value.Bare());
            _fields.AddOrUpdate(field.Member, isSelf, (_, before) => before && isSelf);
        }
    }

    /// <summary>Notes what a field is declared with.</summary>
    public void Declared(IFieldInitializerOperation initializer)
    {
        foreach (var field in initializer.InitializedFields)
        {
            _fields.AddOrUpdate(field, false, static (_, _) => false);
        }
    }

    /// <summary>The reports on calls on fields, each with the member that it is in.</summary>
    public IEnumerable<(ISymbol Member, Diagnostic Report)> OnFields() =>
        _waiting.Where(w => _fields.TryGetValue(w.Field, out var isSelf) && isSelf).Select(static w => (w.Member, w.Report));

    private static bool IsSelf(IOperation reference) => reference switch
    {
        IObjectCreationOperation { Arguments: [{ Value: var id }] } made => made.Type.IsHyperactor("ActorRef") && IsOwnId(id.Bare()),
        ILocalReferenceOperation { Local: var local } => Initial(local, reference) is { } value && IsSelf(value),
        _ => false,
    };

    private static bool IsOwnId(IOperation id) => id switch
    {
        IPropertyReferenceOperation { Property.Name: "Self", Instance.Type: var type } => type.IsHyperactor("Context"),
        ILocalReferenceOperation { Local: var local } => Initial(local, id) is { } value && IsOwnId(value),
        _ => false,
    };

    // What a local is declared with, if it is never assigned again.
    private static IOperation? Initial(ILocalSymbol local, IOperation use)
    {
        IOperation? initial = null;
        foreach (var operation in use.Root().Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && declarator.Symbol.Same(local))
            {
                initial = declarator.Initializer?.Value.Bare();
            }
            else if (operation is IAssignmentOperation { Target: ILocalReferenceOperation target } && target.Local.Same(local))
            {
                return null;
            }
        }

        return initial;
    }
}
