using System.Diagnostics.Metrics;

namespace BriefingBot.Inference.Tests.Models;

internal sealed record Measured(Instrument Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);
