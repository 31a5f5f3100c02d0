namespace Hyperactor.Data;

/// <summary>
/// The 64-bit number of a type's URI: FNV-1a over its UTF-8 bytes (Fowler, Noll and Vo, RFC 9923), spread by the
/// 64-bit finalizer of MurmurHash3 (Appleby, fmix64), with the top bit set. The top bit makes the number of a message
/// the index of its handler's port, so 63 bits tell types apart; two types that share them are refused when they
/// register. The generator links this file and writes the numbers into the code as constants.
/// </summary>
internal static class TypeHash
{
    internal static ulong Of(string uri)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in System.Text.Encoding.UTF8.GetBytes(uri))
        {
            hash = unchecked((hash ^ b) * 1099511628211UL);
        }

        hash ^= hash >> 33;
        hash = unchecked(hash * 0xFF51AFD7ED558CCDUL);
        hash ^= hash >> 33;
        hash = unchecked(hash * 0xC4CEB9FE1A85EC53UL);
        hash ^= hash >> 33;
        return hash | (1UL << 63);
    }
}
