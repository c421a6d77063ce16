using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.EndToEnd.Tests.Bot;
using BriefingBot.Inference.Encoders;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace BriefingBot.EndToEnd.Tests.Answers;

public sealed class UnmeasuredEncoderTests
{
    private const string Answerable = "Which spokesperson mentioned the Camp David Summit?";

    private static readonly string[] _offTopic =
    [
        "Who won the chess tournament in Reykjavik?",
        "What is the best recipe for sourdough bread?",
        "How do I reset my router password?",
        "Which airline cancelled its flights to Tenerife?",
        "What is the plot of Hamlet?",
        "Who invented the zipper?",
    ];

    [Fact]
    public async Task The_bot_calibrates_itself_to_an_encoder_that_was_not_measured_and_refuses_what_it_refuses_with_the_one_that_was()
    {
        using var encoder = ShippedEncoder.Load();
        await using var newsroom = await Newsroom.OpenAsync(
            SampleBot.Seeds,
            "2024-11-20",
            services =>
            {
                services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new SquashingEncoder(encoder));
                services.AddSingleton(SquashingEncoder.Identity);
            }
        );
        var calibration = newsroom.Get<EncoderCalibrations>().Current;
        var measured = new EncoderCalibrations(ShippedEncoder.Identity).Current;

        Assert.StartsWith("from ", calibration.Origin, StringComparison.Ordinal);
        Assert.Equal(
            (5.0, -4.0),
            (calibration.Scale.Factor, calibration.Scale.Offset),
            static (a, b) => Math.Abs(a.Item1 - b.Item1) < 0.3 && Math.Abs(a.Item2 - b.Item2) < 0.3
        );
        foreach (string question in _offTopic)
        {
            Assert.True((await newsroom.AskAsync(question)).Answer.Abstained, question);
        }

        var answer = (await newsroom.AskAsync(Answerable)).Answer;
        Assert.Contains("Matthew Miller", string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_headlines_change_nothing()
    {
        using var encoder = ShippedEncoder.Load();
        await using var newsroom = await Newsroom.OpenAsync(
            "2024-11-20",
            services =>
            {
                services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new SquashingEncoder(encoder));
                services.AddSingleton(SquashingEncoder.Identity);
            },
            ("one.txt", "Ferry to the island sinks\n\nA ferry to the island sank on Monday. All passengers were rescued.")
        );

        var calibration = newsroom.Get<EncoderCalibrations>().Current;

        Assert.Equal(SimilarityScale.Own, calibration.Scale);
        Assert.Contains("not calibrated to this one yet", calibration.Origin, StringComparison.Ordinal);
    }
}
