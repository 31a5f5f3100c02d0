namespace Hyperactor.Benchmarks.Data;

/// <summary>One id of each kind, of usual length.</summary>
internal static class Ids
{
    internal const string World = "trainers";
    internal const string Gang = "trainers.trainer";
    internal const string Proc = "trainers[1234]";
    internal const string Actor = "trainers[1234].trainer[7]";
    internal const string Port = "trainers[1234].trainer[7][1024]";
    internal const string DirectProc = "tcp:10.1.2.3:4567,trainers";
    internal const string DirectPort = "tcp:10.1.2.3:4567,trainers,trainer[7][1024]";
}
