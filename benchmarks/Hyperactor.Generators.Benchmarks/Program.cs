using System.CommandLine;
using Hyperactor.Generators.Benchmarks;

var actors = new Option<int>("--actors") { DefaultValueFactory = static _ => 200, Description = "How many actors there are." };
var messages = new Option<int>("--messages") { DefaultValueFactory = static _ => 1000, Description = "How many messages there are." };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = static _ => 9, Description = "Of how many rounds the median is taken." };
var root = new RootCommand("What the generator and the analyzers cost in an editor and in a build.") { actors, messages, rounds };
root.SetAction(parsed => EditorCost.Run(
    new Workload(parsed.GetValue(messages), parsed.GetValue(actors)), parsed.GetValue(rounds)));
return root.Parse(args).Invoke();
