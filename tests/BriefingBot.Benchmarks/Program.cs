using BenchmarkDotNet.Running;
using BriefingBot.Benchmarks.Answers;
using BriefingBot.Benchmarks.Chat.Limits;
using BriefingBot.Benchmarks.Chat.Load;
using BriefingBot.Benchmarks.ColdStart;
using BriefingBot.Benchmarks.Encoders;
using BriefingBot.Benchmarks.Engines;
using BriefingBot.Benchmarks.Hostile;
using BriefingBot.Benchmarks.Intake;
using BriefingBot.Benchmarks.QuestionPath;
using BriefingBot.Benchmarks.Search;
using BriefingBot.Benchmarks.Stories;
using BriefingBot.Benchmarks.Verifier;
using BriefingBot.Benchmarks.Verifier.Claims;
using BriefingBot.Benchmarks.Verifier.Falsifications;
using BriefingBot.Benchmarks.Verifier.Planted;

// Whole-process figures have commands of their own; everything else is a BenchmarkDotNet benchmark. README.md has the commands.
switch (args)
{
    case ["encoder-throughput", .. var rest]:
        await EncoderThroughput.RunAsync(rest.FirstOrDefault(), CancellationToken.None);
        break;
    case ["encoder-cold-start"]:
        await EncoderColdStart.RunAsync(CancellationToken.None);
        break;
    case ["engines", var articles, var questions, var connection, .. var rest]:
        await EngineComparison.RunAsync(
            articles,
            questions,
            connection,
            rest is [var most, ..] ? int.Parse(most) : 600,
            CancellationToken.None
        );
        break;
    case ["pgvector", var questions, var data, var connection]:
        await PgvectorRecall.RunAsync(questions, data, connection, CancellationToken.None);
        break;
    case ["question-path", var data, var questions]:
        await QuestionPathSplit.RunAsync(data, questions, CancellationToken.None);
        break;
    case ["rebuild-latency", var coverage, var set, .. var rest]:
        await RebuildLatency.RunAsync(coverage, set, rest is [var first, ..] ? int.Parse(first) : 300, CancellationToken.None);
        break;
    case ["weekdays", var articles, .. var rest]:
        await WeekdayCheck.RunAsync(articles, rest.Contains("--verbose"), CancellationToken.None);
        break;
    case ["fit-answers", .. var sets]:
        await FitAnswers.RunAsync(sets, CancellationToken.None);
        break;
    case ["fit-stories", var pairs, .. var sets]:
        await FitStories.RunAsync(pairs, sets, CancellationToken.None);
        break;
    case ["stories", var pairs, .. var sets]:
        await MeasureStories.RunAsync(pairs, sets, CancellationToken.None);
        break;
    case ["story-retrieval", var questions, var data]:
        await StoryRetrieval.RunAsync(questions, data, CancellationToken.None);
        break;
    case ["answer-sweep", .. var rest]:
        await AnswerSweep.RunAsync(rest, CancellationToken.None);
        break;
    case ["discord-load", .. var rest]:
        await DiscordLoad.RunAsync(rest is [var count, ..] ? int.Parse(count) : 800, CancellationToken.None);
        break;
    case ["slack-load", .. var rest]:
        await SlackLoad.RunAsync(rest is [var asked, ..] ? int.Parse(asked) : 800, CancellationToken.None);
        break;
    case ["chat-load", var before, var after, .. var rest]:
        await ChatLoadOfBuilds.RunAsync(before, after, rest is [var many, ..] ? int.Parse(many) : 400, CancellationToken.None);
        break;
    case ["chat-fairness"]:
        await ChatFairness.RunAsync(CancellationToken.None);
        break;
    case ["chat-kill"]:
        return await ChatKill.RunAsync(CancellationToken.None) ? 0 : 1;
    case ["serve-cold-start", var assembly, var data, var coverage, var question]:
        await ServeColdStart.RunAsync(assembly, data, coverage, question, CancellationToken.None);
        break;
    case ["verifier-corruptions", .. var rest]:
        await VerifierCorruptions.RunAsync(rest, CancellationToken.None);
        break;
    case ["claims", var claims, .. var rest]:
        ClaimCheck.Run(claims, rest.Contains("--verbose"));
        break;
    case ["falsifications", var articles, .. var rest]:
        FalsificationCheck.Run(
            articles,
            rest is [var enough, ..] && int.TryParse(enough, out int sentences) ? sentences : 60,
            rest.Contains("--verbose")
        );
        break;
    case ["planted-orders", var requests, .. var rest]:
        PlantedOrdersCheck.Run(requests, rest.Contains("--verbose"));
        break;
    case ["hostile-shapes", .. var rest]:
        return HostileGrowth.Run(rest is [var shapes, ..] ? int.Parse(shapes) : int.MaxValue, CancellationToken.None) ? 0 : 1;
    case ["broken-inputs", var inputs, .. var rest]:
        return BrokenInputs.Run(int.Parse(inputs), rest is [var seed, ..] ? int.Parse(seed) : 1, CancellationToken.None) ? 0 : 1;
    case ["article-dates", .. var files]:
        ArticleDates.Run(files, CancellationToken.None);
        break;
    case ["question-growth", var questions, .. var stores]:
        await QuestionGrowth.RunAsync(questions, stores, CancellationToken.None);
        break;
    case ["question-run", var questions, var data]:
        await QuestionRun.RunAsync(questions, data, CancellationToken.None);
        break;
    case ["search-mixed", var questions, var data, .. var rest]:
        return await SearchMixed.RunAsync(questions, data, rest is [var seconds, ..] ? int.Parse(seconds) : 600, CancellationToken.None)
            ? 0
            : 1;
    case ["make-store", var data, var passages, var folder]:
        await LargeStore.MakeAsync(data, folder, int.Parse(passages), CancellationToken.None);
        break;
    case ["search-growth", var questions, .. var stores, "--sqlite-vec", var library]:
        await SearchGrowth.RunAsync(questions, stores, library, CancellationToken.None);
        break;
    case ["search-growth", var questions, .. var stores]:
        await SearchGrowth.RunAsync(questions, stores, null, CancellationToken.None);
        break;
    case ["planted-marks", var coverage]:
        await PlantedMarks.RunAsync(coverage, CancellationToken.None);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DiscordLoad).Assembly).Run(args);
        break;
}

return 0;
