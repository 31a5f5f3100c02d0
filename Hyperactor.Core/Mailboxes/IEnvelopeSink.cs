using Hyperactor.Messages;

namespace Hyperactor.Mailboxes;

/// <summary>Where a router hands what comes in, and what it could not hand on. From any thread; must not throw.</summary>
internal interface IEnvelopeSink
{
    /// <summary>The proc.</summary>
    ProcId Id { get; }

    /// <summary>An envelope came in.</summary>
    void Post(Envelope envelope);

    /// <summary>An envelope that was to be handed on could not be.</summary>
    void Return(Envelope envelope, DeliveryFailure why);

    /// <summary>A proc is lost: nothing will come from it any more.</summary>
    void OnProcLost(ProcId lost, DeliveryFailure why);
}
