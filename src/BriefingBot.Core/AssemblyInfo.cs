using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("BriefingBot.Core.Tests")]
[assembly: InternalsVisibleTo("BriefingBot.Benchmarks")]
