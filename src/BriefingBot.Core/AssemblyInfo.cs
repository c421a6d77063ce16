using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("BriefingBot.Core.Tests")]
