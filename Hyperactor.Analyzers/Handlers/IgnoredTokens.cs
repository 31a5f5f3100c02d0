using Hyperactor.Generators.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hyperactor.Analyzers.Handlers;

/// <summary>HYP6009: what may take long, and could be told to stop, in a handler that has no token.</summary>
internal static class IgnoredTokens
{
    /// <summary>The report on what is awaited in a member of an actor.</summary>
    public static Diagnostic? Check(IAwaitOperation wait, ISymbol member)
    {
        if (member is not IMethodSymbol handler || handler.Parameters.Any(static p => IsToken(p.Type))
            || wait.Lambda() is not null || Awaited(wait) is not { } call || !IsLong(call.TargetMethod)
            || !CouldTakeToken(call) || !ActorCode.IsHandler(handler))
        {
            return null;
        }

        var name = $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}";
        return Diagnostic.Create(HandlerDescriptors.CannotBeStopped, Places.Of(call), name);
    }

    public static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken" } && type.IsIn("System.Threading");

    private static IInvocationOperation? Awaited(IAwaitOperation wait)
    {
        var operation = wait.Operation.Bare();
        while (operation is IInvocationOperation { Instance: { } inner, TargetMethod.Name: "ConfigureAwait" or "AsTask" })
        {
            operation = inner.Bare();
        }

        return operation as IInvocationOperation;
    }

    private static bool IsLong(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return (type.Name, method.Name) switch
        {
            ("Task", "Delay") => type.IsTask(),
            ("PeriodicTimer", "WaitForNextTickAsync") or ("SemaphoreSlim", "WaitAsync") => type.IsIn("System.Threading"),
            ("Process", "WaitForExitAsync") => type.IsIn("System.Diagnostics"),
            ("ChannelReader", "ReadAsync" or "WaitToReadAsync") or ("ChannelWriter", "WriteAsync" or "WaitToWriteAsync") =>
                type.IsIn("System.Threading.Channels"),
            ("HttpClient" or "HttpContent", _) => type.IsIn("System.Net.Http"),
            ("PortReceiver" or "OncePortReceiver", "ReceiveAsync") => type.OriginalDefinition.IsHyperactor(type.Name),
            (_, "ReadAsync" or "WriteAsync" or "CopyToAsync" or "ReadExactlyAsync" or "ReadAtLeastAsync" or "FlushAsync") => IsStream(type),
            _ => false,
        };
    }

    private static bool IsStream(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == "Stream" && at.IsIn("System.IO"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool CouldTakeToken(IInvocationOperation call)
    {
        var token = call.Arguments.FirstOrDefault(static a => IsToken(a.Parameter?.Type));
        return token is not null
            ? token.ArgumentKind == ArgumentKind.DefaultValue
            : call.TargetMethod.ContainingType.GetMembers(call.TargetMethod.Name).OfType<IMethodSymbol>()
                .Any(m => Adds(m, call.TargetMethod));
    }

    private static bool Adds(IMethodSymbol more, IMethodSymbol method)
    {
        if (more.Parameters.Length != method.Parameters.Length + 1 || !IsToken(more.Parameters[more.Parameters.Length - 1].Type))
        {
            return false;
        }

        for (var i = 0; i < method.Parameters.Length; i++)
        {
            if (!more.Parameters[i].Type.Same(method.Parameters[i].Type))
            {
                return false;
            }
        }

        return true;
    }
}
