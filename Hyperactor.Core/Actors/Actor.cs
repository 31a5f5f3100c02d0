namespace Hyperactor;

/// <summary>The base of every actor.</summary>
public abstract class Actor
{
}
