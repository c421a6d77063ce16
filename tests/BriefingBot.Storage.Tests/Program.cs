using BriefingBot.Storage.Tests.Sqlite;
using Xunit.Runner.InProc.SystemConsole;

return args is [KillTarget.Verb, var path, var round] ? await KillTarget.RunAsync(path, int.Parse(round)) : await ConsoleRunner.Run(args);
