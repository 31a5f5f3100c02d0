namespace Hyperactor;

/// <summary>What a reference names, from the widest to the narrowest.</summary>
public enum ReferenceKind
{
    /// <summary>A world: all its procs and what lives in them.</summary>
    World,

    /// <summary>The actors that share a name within a world.</summary>
    Gang,

    /// <summary>One actor runtime.</summary>
    Proc,

    /// <summary>One actor.</summary>
    Actor,

    /// <summary>One entry point of an actor's mailbox.</summary>
    Port,
}
