/** What one would otherwise put over the same PostgreSQL: a service of a page of code that lets the database make its JSON. */
package leanpeer;
