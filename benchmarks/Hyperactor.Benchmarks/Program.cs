using System.CommandLine;
using Hyperactor.Benchmarks;

var root = new RootCommand("What Hyperactor costs, measured on this machine.");
root.Subcommands.Add(DataCommand.Create());
root.Subcommands.Add(BlobsCommand.Create());
return root.Parse(args).Invoke();
