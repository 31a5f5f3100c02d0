using Hyperactor.Generators.Model;

namespace Hyperactor.Generators.Wire;

/// <summary>Takes changes into a lock.</summary>
internal static class WireAcceptance
{
    /// <summary>The lock with what the code says of one key, and of the messages that come and go with its handlers.</summary>
    public static WireModel Accept(WireModel locked, WireModel current, string key)
    {
        var before = locked.Find(key);
        var now = current.Find(key);
        var made = new HashSet<string>(before?.Made ?? [], StringComparer.Ordinal);
        made.SymmetricExceptWith(now?.Made ?? []);
        var keys = new HashSet<string>(made.Select(static m => WireEntry.KeyOf(WireKind.Message, m)), StringComparer.Ordinal) { key };
        return WireModel.Of(locked.Entries.Where(e => !keys.Contains(e.Key))
            .Concat(current.Entries.Where(e => keys.Contains(e.Key))));
    }
}
