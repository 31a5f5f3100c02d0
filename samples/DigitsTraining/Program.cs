using DigitsTraining;
using Hyperactor.Worlds;

// Launcher.Processes starts this very program again, once for each rank; what it starts is one of these.
if (RankProcess.IsRank)
{
    return await RankProcess.RunAsync();
}

return await TrainingProgram.RunAsync(args);
