namespace Hyperactor.Messages;

/// <summary>The reasons why messages come back, as the values of a tag.</summary>
internal static class DeliveryReasons
{
    internal static string ToTag(this DeliveryFailureKind kind) => kind switch
    {
        DeliveryFailureKind.NoSuchActor => "no_such_actor",
        DeliveryFailureKind.NoSuchPort => "no_such_port",
        DeliveryFailureKind.ActorStopped => "actor_stopped",
        DeliveryFailureKind.ActorFailed => "actor_failed",
        DeliveryFailureKind.WrongType => "wrong_type",
        DeliveryFailureKind.Malformed => "malformed",
        DeliveryFailureKind.NoRoute => "no_route",
        DeliveryFailureKind.LinkLost => "link_lost",
        DeliveryFailureKind.TooLarge => "too_large",
        DeliveryFailureKind.QueueFull => "queue_full",
        DeliveryFailureKind.Expired => "expired",
        DeliveryFailureKind.UnknownOutcome => "unknown_outcome",
        _ => "other",
    };
}
