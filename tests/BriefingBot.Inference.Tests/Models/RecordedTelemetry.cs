using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using BriefingBot.Core.Diagnostics;

namespace BriefingBot.Inference.Tests.Models;

/// <summary>The spans and measurements of calls to one port; tests run side by side on one source and one meter.</summary>
internal sealed class RecordedTelemetry : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<Measured> _measurements = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public RecordedTelemetry(int port)
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Spans.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem(GenAi.ServerPort), port))
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == Metrics.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags, port));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags, port));
        _meters.Start();
    }

    public IReadOnlyList<Activity> Recorded => [.. _spans];

    public IReadOnlyList<Measured> Of(string instrument) => [.. _measurements.Where(measured => measured.Instrument.Name == instrument)];

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, int port)
    {
        Dictionary<string, object?> named = new(tags.ToArray(), StringComparer.Ordinal);
        if (Equals(named.GetValueOrDefault(GenAi.ServerPort), port))
        {
            _measurements.Enqueue(new Measured(instrument, value, named));
        }
    }
}
