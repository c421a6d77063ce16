using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Conversations.Requests;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Calibration;
using BriefingBot.Evaluation;
using BriefingBot.Inference.Encoders;
using BriefingBot.Storage.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Benchmarks.QuestionPath;

/// <summary>The way of a question over a finished index in this process, without a host. Disposing closes the index.</summary>
internal sealed class OpenPath : IDisposable
{
    private readonly ConversationTurnHandler _handler;

    private OpenPath(SqliteCoverageStore store, IEmbeddingGenerator<string, Embedding<float>> encoder)
    {
        var clock = TimeProvider.System;
        Store = store;
        Encoder = encoder;
        EncoderCalibrations calibrations = new(ShippedEncoder.Identity);
        HybridRetriever retriever = new(store, encoder, calibrations, Options.Create(new RetrievalOptions()), clock);
        ExtractiveComposer composer = new(calibrations, Options.Create(new AnsweringOptions()));
        QuestionReader reader = new(clock);
        Warming = new PathWarming(reader, retriever, composer, store);
        _handler = new ConversationTurnHandler(
            reader,
            new SourceLimits(store),
            new RequestTable(store, retriever, composer, clock),
            retriever,
            new OverviewRetriever(store),
            composer,
            new GapRecorder(store, clock, NullLogger<GapRecorder>.Instance),
            clock,
            NullLogger<ConversationTurnHandler>.Instance
        );
    }

    /// <summary>The index.</summary>
    public SqliteCoverageStore Store { get; }

    /// <summary>The shipped encoder.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Encoder { get; }

    /// <summary>As the server does it at start.</summary>
    public PathWarming Warming { get; }

    /// <summary>Opens the index in a data folder.</summary>
    public static async Task<OpenPath> OpenAsync(string data, CancellationToken cancellationToken)
    {
        SqliteStoreOptions options = new() { Path = Path.Combine(data, "briefingbot.sqlite") };
        SqliteCoverageStore store = new(
            Options.Create(options),
            ShippedEncoder.Identity,
            TimeProvider.System,
            NullLogger<SqliteCoverageStore>.Instance
        );
        await store.OpenAsync(cancellationToken);
        return new OpenPath(store, ShippedEncoder.Load());
    }

    /// <summary>Asks a question of a set; null when it is none.</summary>
    public async Task<StageTimings?> AskAsync(QuestionSetEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            IncomingMessage message = new(entry.Question)
            {
                History = entry.History,
                AsOf = entry.AsOf,
                KeepsGaps = false,
            };
            return (await _handler.HandleAsync(message, cancellationToken)).Timings;
        }
        catch (InvalidQuestionException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Store.Dispose();
        Encoder.Dispose();
    }
}
