package dev.hivemind.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Logistic regression by Newton's method with a ridge toward the weights set by hand, for the few
 * hundred turns there are: a rare family keeps what it says by itself.
 */
final class TurnModel {
  private static final double RIDGE = 5;
  private static final int STEPS = 40;
  private static final int FOLDS = 5;
  private static final int SEED = 1;

  private final List<String> names;
  private final double[] weights;

  private TurnModel(List<String> names, double[] weights) {
    this.names = names;
    this.weights = weights;
  }

  /** Returns the probability of each turn by a model learned from other sessions. */
  static double[] crossValidated(List<LabelledTurn> turns) {
    Map<String, Integer> fold = folds(turns);
    double[] probability = new double[turns.size()];
    for (int k = 0; k < FOLDS; k++) {
      int left = k;
      TurnModel model =
          fitted(
              turns.stream().filter(one -> fold.getOrDefault(one.session(), -1) != left).toList());
      for (int i = 0; i < turns.size(); i++) {
        if (fold.getOrDefault(turns.get(i).session(), -1) == left) {
          probability[i] = model.probability(turns.get(i));
        }
      }
    }
    return probability;
  }

  private static Map<String, Integer> folds(List<LabelledTurn> turns) {
    List<String> sessions =
        new ArrayList<>(turns.stream().map(LabelledTurn::session).distinct().sorted().toList());
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = sessions.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      String swapped = sessions.set(i, sessions.get(j));
      sessions.set(j, swapped);
    }
    Map<String, Integer> folds = new HashMap<>();
    for (int i = 0; i < sessions.size(); i++) {
      folds.put(sessions.get(i), i % FOLDS);
    }
    return folds;
  }

  /** Returns the model of all these turns. */
  static TurnModel fitted(List<LabelledTurn> turns) {
    List<String> names = TurnFeatures.BY_HAND.keySet().stream().sorted().toList();
    int size = names.size() + 1;
    double[] start = new double[size];
    for (int j = 0; j < names.size(); j++) {
      start[j] = TurnFeatures.BY_HAND.getOrDefault(names.get(j), 0.0);
    }
    TurnModel model = new TurnModel(names, start.clone());
    double[][] rows = turns.stream().map(model::row).toArray(double[][]::new);
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[size];
      double[][] hessian = new double[size][size];
      for (int j = 0; j < size; j++) {
        boolean bias = j == size - 1;
        gradient[j] = bias ? 0 : RIDGE * (model.weights[j] - start[j]);
        hessian[j][j] = bias ? 1e-6 : RIDGE;
      }
      for (int i = 0; i < rows.length; i++) {
        double p = model.probability(rows[i]);
        double error = p - (turns.get(i).positive() ? 1 : 0);
        for (int j = 0; j < size; j++) {
          gradient[j] += error * rows[i][j];
          for (int k = 0; k < size; k++) {
            hessian[j][k] += p * (1 - p) * rows[i][j] * rows[i][k];
          }
        }
      }
      double[] move = solved(hessian, gradient);
      for (int j = 0; j < size; j++) {
        model.weights[j] -= move[j];
      }
    }
    return model;
  }

  // Gauss with pivots; the matrix is small and positive definite.
  private static double[] solved(double[][] matrix, double[] right) {
    int size = right.length;
    double[] result = right.clone();
    for (int column = 0; column < size; column++) {
      for (int row = column + 1; row < size; row++) {
        double factor = matrix[row][column] / matrix[column][column];
        for (int k = column; k < size; k++) {
          matrix[row][k] -= factor * matrix[column][k];
        }
        result[row] -= factor * result[column];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int k = row + 1; k < size; k++) {
        result[row] -= matrix[row][k] * result[k];
      }
      result[row] /= matrix[row][row];
    }
    return result;
  }

  private double[] row(LabelledTurn turn) {
    Map<String, Double> features = TurnFeatures.of(turn);
    double[] row = new double[names.size() + 1];
    for (int j = 0; j < names.size(); j++) {
      row[j] = features.getOrDefault(names.get(j), 0.0);
    }
    row[names.size()] = 1;
    return row;
  }

  double probability(LabelledTurn turn) {
    return probability(row(turn));
  }

  private double probability(double[] row) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += weights[j] * row[j];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Returns the weights by name; the prior's name is empty. */
  Map<String, Double> weights() {
    Map<String, Double> byName = new TreeMap<>();
    for (int j = 0; j < names.size(); j++) {
      byName.put(names.get(j), weights[j]);
    }
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("", weights[names.size()]);
    all.putAll(byName);
    return all;
  }
}
