namespace Hyperactor;

/// <summary>Why a rank did not reply.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Reason">What happened, for people.</param>
public readonly record struct RankFailure(int Rank, string Reason);
